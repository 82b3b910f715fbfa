package feewright.run;

import feewright.engagement.EngagementId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which due engagements are meant: by the day up to which each zone is billed, of one slice, after an id (null: from the first),
 * only one engagement (null: any), and on which lane.
 */
public record DueFilter(
        Map<ZoneId, LocalDate> days,
        Slice slice,
        @Nullable EngagementId after,
        @Nullable EngagementId only,
        Lane lane) {

    public DueFilter {
        days = Map.copyOf(days);
    }

    DueFilter in(Slice part) {
        return new DueFilter(days, part, after, only, lane);
    }

    DueFilter after(@Nullable EngagementId last) {
        return new DueFilter(days, slice, last, only, lane);
    }

    /** Who takes care of what is due. */
    public enum Lane {
        /** Runs, without what they set aside. */
        AUTOMATIC,
        /** Runs, and what they set aside as well. */
        AUTOMATIC_AND_SET_ASIDE,
        /** A person: the terms do not let runs issue. */
        BY_HAND
    }
}
