package feewright.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days of a package that a line has billed, {@code [start, end)}, and the end of those that stand. It is null where none does: the
 * invoice is void, or a cut of the term gave all of them back.
 */
public record BilledDays(
        LocalDate start, LocalDate end, @Nullable LocalDate until) {

    public BilledDays {
        if (until != null && (!until.isAfter(start) || until.isAfter(end))) {
            throw new IllegalArgumentException("what stands is a part of what was billed");
        }
    }

    /** Whether nothing of it was given back. */
    boolean standsWhole() {
        return end.equals(until);
    }
}
