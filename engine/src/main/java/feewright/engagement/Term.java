package feewright.engagement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days of an engagement, half-open {@code [start, end)}; without an end while {@code end} is null. {@code agreedEnd} is what was
 * signed, and {@code end} may be earlier: a term that ended early still prorates a one-time fee over what was agreed.
 */
public record Term(
        LocalDate start, @Nullable LocalDate end, @Nullable LocalDate agreedEnd, List<Pause> pauses) {

    public Term {
        pauses = List.copyOf(pauses);
        if (end != null && !end.isAfter(start)) {
            throw new IllegalArgumentException("a term ends after it starts");
        }
    }

    /** A term as it is signed. */
    public Term(LocalDate start, @Nullable LocalDate end) {
        this(start, end, end, List.of());
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && (end == null || date.isBefore(end));
    }

    /** Whether the date is in a pause. */
    public boolean isPausedOn(LocalDate date) {
        return pauses.stream().anyMatch(pause -> pause.contains(date));
    }

    /** The earlier of {@code date} and the end. */
    LocalDate clip(LocalDate date) {
        return end != null && end.isBefore(date) ? end : date;
    }

    /** Whether it ends before what was agreed, or although no end was. */
    boolean endsEarly() {
        return end != null && !end.equals(agreedEnd);
    }

    /** The term as it is in effect: cut by the ending, with the pauses. */
    Term following(EngagementAmendments course) {
        LocalDate ended = course.endedOn();
        return new Term(start, ended == null ? end : clip(ended), agreedEnd, course.pauses());
    }
}
