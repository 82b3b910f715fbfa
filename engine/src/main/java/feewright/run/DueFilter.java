package feewright.run;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** Which due engagements are meant: by the day up to which each zone is billed, and on which lane. */
public record DueFilter(Map<ZoneId, LocalDate> days, Lane lane) {

    public DueFilter {
        days = Map.copyOf(days);
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
