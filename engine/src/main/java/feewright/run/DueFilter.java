package feewright.run;

import feewright.platform.Coded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Which due engagements are meant: by the day up to which each zone is billed, and on which lane. */
public record DueFilter(Map<ZoneId, LocalDate> days, Selection lane) {

    public DueFilter {
        days = Map.copyOf(days);
    }

    /** What a request means at an instant in each of a firm's zones. */
    static DueFilter of(RunRequest request, Collection<ZoneId> zones, Instant now) {
        Map<ZoneId, LocalDate> days = new HashMap<>();
        for (ZoneId zone : zones) {
            days.put(zone, request.upTo(LocalDate.ofInstant(now, zone)));
        }
        return new DueFilter(days, request.lane());
    }

    /** Who takes care of what is due. */
    public enum Selection implements Coded {
        /** Runs, without what they set aside. */
        AUTOMATIC,
        /** Runs, and what they set aside as well. */
        AUTOMATIC_AND_SET_ASIDE,
        /** A person: the terms do not let runs issue. */
        BY_HAND
    }
}
