package feewright.engagement;

import feewright.platform.ClientId;
import feewright.platform.FirmId;

/** Not signed: its terms may still be replaced. {@code revision} counts the replacements, from 1. */
public record DraftEngagement(FirmId firm, EngagementId id, ClientId client, Terms terms, int revision)
        implements Engagement {

    DraftEngagement with(Terms newTerms) {
        return new DraftEngagement(firm, id, client, newTerms, revision + 1);
    }

    /** Signed: from here on its terms are frozen. */
    public SignedEngagement sign(Signature signature) {
        return new SignedEngagement(firm, id, client, terms, signature, EngagementAmendments.AS_SIGNED);
    }
}
