package feewright.privacy;

import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: blanks content and keeps that it was done. Without a client, everything of the firm is meant. */
public interface Purges {

    /** What there is to blank now. */
    Purge.Blanked count(FirmId firm, @Nullable ClientId client);

    /** Blanks it, however often: what is blank stays so. Ids, amounts, times and relations are not touched. */
    Purge.Blanked blank(FirmId firm, @Nullable ClientId client);

    void keep(Purge purge);

    Optional<Purge> find(FirmId firm, PurgeId purge);

    /** Newest first, before {@code before}, at most {@code limit}. */
    List<Purge> page(FirmId firm, @Nullable UUID before, int limit);
}
