package feewright.engagement;

import feewright.firm.ClientId;
import feewright.firm.FirmId;

/** Signed: nothing of it ever changes (requirement E1). */
public record SignedEngagement(FirmId firm, EngagementId id, ClientId client, Terms terms, Signature signature)
        implements Engagement {}
