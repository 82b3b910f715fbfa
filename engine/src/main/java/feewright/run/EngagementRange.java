package feewright.run;

import feewright.engagement.EngagementId;
import java.util.List;

/** Neighbours on the work list of a run, the first of them at {@code place}. */
record EngagementRange(int place, List<EngagementId> engagements) {

    int end() {
        return place + engagements.size();
    }

    List<EngagementRange> halves() {
        int half = engagements.size() / 2;
        return List.of(
                new EngagementRange(place, engagements.subList(0, half)),
                new EngagementRange(place + half, engagements.subList(half, engagements.size())));
    }
}
