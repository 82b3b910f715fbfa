package feewright.api.run;

import feewright.engagement.EngagementId;
import feewright.platform.FirmId;
import feewright.run.DueEngagements;
import feewright.run.DueFilter;
import feewright.run.DueFilter.Selection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is due at an instant. To be used in a transaction. */
public record DueNow(DueEngagements work) {

    /** Due engagements of a lane after an id (null: from the first), by id ascending. */
    List<EngagementId> of(Selection lane, Place place, int limit) {
        return work.next(
                place.firm(),
                new DueFilter(
                        work.zones(place.firm()).stream()
                                .collect(Collectors.toMap(zone -> zone, zone -> today(place, zone))),
                        lane),
                place.after(),
                limit);
    }

    /** Whether a scheduled run would find something to do. */
    boolean isAnything(FirmId firm, Instant now) {
        return !of(Selection.AUTOMATIC, new Place(firm, now, null), 1).isEmpty();
    }

    /** From where on is looked, in which firm, and when. */
    record Place(FirmId firm, Instant now, @Nullable EngagementId after) {}

    private static LocalDate today(Place place, ZoneId zone) {
        return LocalDate.ofInstant(place.now(), zone);
    }
}
