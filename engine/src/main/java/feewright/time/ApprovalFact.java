package feewright.time;

import feewright.rule.Fact;

/** That somebody asks to approve a version for one side, having seen that version. */
public record ApprovalFact(TimeEntryId entry, int seenVersion, Approval.Side side) implements Fact {

    /** Whether it is the firm's approval that is asked for. */
    public boolean byFirm() {
        return side == Approval.Side.FIRM;
    }

    @Override
    public String ref() {
        return "approval/" + entry + "@" + seenVersion;
    }
}
