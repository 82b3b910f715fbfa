package feewright.run;

import feewright.engagement.EngagementId;
import java.util.List;

/** Neighbours on the work list of a run, the first of them at {@code place}. */
record Stretch(int place, List<EngagementId> engagements) {

    int end() {
        return place + engagements.size();
    }

    List<Stretch> halves() {
        int half = engagements.size() / 2;
        return List.of(
                new Stretch(place, engagements.subList(0, half)),
                new Stretch(place + half, engagements.subList(half, engagements.size())));
    }
}
