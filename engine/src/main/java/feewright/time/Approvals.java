package feewright.time;

import feewright.time.Approval.Side;
import org.jspecify.annotations.Nullable;

/** The approvals of one version so far, and whether the terms ask for the client's as well. */
public record Approvals(
        boolean clientApproval,
        @Nullable Approval byFirm,
        @Nullable Approval byClient) {

    Approvals with(Approval approval) {
        return approval.side() == Side.FIRM
                ? new Approvals(clientApproval, approval, byClient)
                : new Approvals(clientApproval, byFirm, approval);
    }

    /** The approval of one side, if given. */
    public @Nullable Approval of(Side side) {
        return side == Side.FIRM ? byFirm : byClient;
    }

    /** Whether every approval that the terms ask for is there. */
    public boolean areComplete() {
        return byFirm != null && (!clientApproval || byClient != null);
    }
}
