package feewright.engagement;

import feewright.firm.ClientId;
import feewright.firm.FirmId;

/** An agreement between a firm and one of its clients, in the state that its type names. */
public sealed interface Engagement permits DraftEngagement, SignedEngagement {

    FirmId firm();

    EngagementId id();

    ClientId client();

    Terms terms();
}
