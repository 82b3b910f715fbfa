package feewright.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days of an engagement, half-open {@code [start, end)}; without an end while {@code end} is null. */
public record Term(LocalDate start, @Nullable LocalDate end) {

    public Term {
        if (end != null && !end.isAfter(start)) {
            throw new IllegalArgumentException("a term ends after it starts");
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && (end == null || date.isBefore(end));
    }

    /** The earlier of {@code date} and the end. */
    LocalDate clip(LocalDate date) {
        return end != null && end.isBefore(date) ? end : date;
    }
}
