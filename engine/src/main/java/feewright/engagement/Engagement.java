package feewright.engagement;

import feewright.platform.ClientId;
import feewright.platform.FirmId;

/** An agreement between a firm and one of its clients, in the state that its type names. */
public sealed interface Engagement permits DraftEngagement, SignedEngagement {

    FirmId firm();

    EngagementId id();

    ClientId client();

    Terms terms();

    /** The terms that bill: what was agreed, over the term that is in effect (cut by an ending, with its pauses). */
    default Terms inEffect() {
        return terms();
    }
}
