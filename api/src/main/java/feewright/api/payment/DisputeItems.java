package feewright.api.payment;

import feewright.dispute.Dispute;
import feewright.dispute.DisputeEvent;
import feewright.dispute.DisputeState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a timeline tells of disputes: each state that one came into, when that happened at the processor. */
final class DisputeItems {

    private DisputeItems() {}

    static List<TimelineItemView> of(Dispute dispute) {
        List<TimelineItemView> items = new ArrayList<>();
        @Nullable DisputeState before = null;
        for (DisputeEvent event : dispute.asHappened()) {
            DisputeState state = event.told().status();
            if (!event.isApplied()) {
                items.add(item(event, "dispute_" + state.code() + "_unapplied"));
            } else if (state != before) {
                items.add(item(event, "dispute_" + state.code()));
                before = state;
            }
        }
        return items;
    }

    private static TimelineItemView item(DisputeEvent event, String kind) {
        TimelineItemView item = TimelineItemView.of(
                event.told().happenedAt(), kind, event.told().claimed());
        String reason = event.told().reason();
        return reason == null ? item : item.with(reason);
    }
}
