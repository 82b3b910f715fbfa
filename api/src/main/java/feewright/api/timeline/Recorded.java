package feewright.api.timeline;

import feewright.platform.Id;
import java.util.Comparator;

/** An item of a timeline, and an id that was made when it was recorded: ids grow with time, and so tell which of two came first. */
record Recorded(TimelineItemView item, String by) {

    /** In the order in which things happened; what happened at the same moment, in the order in which it was recorded. */
    static final Comparator<Recorded> AS_HAPPENED =
            Comparator.comparing((Recorded one) -> one.item().at()).thenComparing(Recorded::by);

    static Recorded of(TimelineItemView item, Id by) {
        return new Recorded(item, by.value().toString());
    }
}
