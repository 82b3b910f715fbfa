package feewright.jdbc.sql;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of a list begins. Lists run by id descending, which is newest first. */
public final class Pages {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private Pages() {}

    /** The id that the page comes before; one beyond all ids for the first page, so that every page is the same statement. */
    public static UUID before(@Nullable UUID before) {
        return Objects.requireNonNullElse(before, AFTER_ALL);
    }
}
