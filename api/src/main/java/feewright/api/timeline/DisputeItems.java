package feewright.api.timeline;

import feewright.dispute.Dispute;
import feewright.dispute.DisputeEvent;
import feewright.dispute.DisputeState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a timeline tells of disputes: each state that one came into, when that happened at the processor. */
final class DisputeItems {

    private DisputeItems() {}

    static List<Recorded> of(Dispute dispute) {
        List<Recorded> items = new ArrayList<>();
        @Nullable DisputeState before = null;
        for (DisputeEvent event : dispute.asHappened()) {
            DisputeState state = event.told().status();
            if (!event.isApplied()) {
                items.add(item(event, "dispute_" + state.code() + Timeline.UNAPPLIED));
            } else if (state != before) {
                items.add(item(event, "dispute_" + state.code()));
                before = state;
            }
        }
        return inThisOrder(items);
    }

    /** Of one dispute, the order in which its events happened is known, also within the same second and in whatever order they came. */
    private static List<Recorded> inThisOrder(List<Recorded> items) {
        List<Recorded> ordered = new ArrayList<>();
        String latest = "";
        for (Recorded one : items) {
            latest = latest.compareTo(one.by()) > 0 ? latest : one.by();
            ordered.add(new Recorded(one.item(), latest));
        }
        return ordered;
    }

    /** Recorded with the first decision on the event; what happened since may have decided it anew. */
    private static Recorded item(DisputeEvent event, String kind) {
        TimelineItemView item = TimelineItemView.of(
                event.told().happenedAt(), kind, event.told().claimed());
        String reason = event.told().reason();
        return Recorded.of(
                reason == null ? item : item.with(reason),
                event.standings().getFirst().decision());
    }
}
