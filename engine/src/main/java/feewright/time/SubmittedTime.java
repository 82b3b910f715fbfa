package feewright.time;

import feewright.platform.FirmId;

/** Waiting for approval by the firm, by the client, or by both. */
public record SubmittedTime(DraftTime draft, Approvals approvals) implements TimeEntry.Editable {

    @Override
    public FirmId firm() {
        return draft.firm();
    }

    @Override
    public EntryVersion version() {
        return draft.version();
    }

    @Override
    public Work work() {
        return draft.work();
    }

    /** Approved, or still submitted while the other side's approval is missing. */
    Editable approve(Approval approval) {
        Approvals now = approvals.with(approval);
        return now.areComplete() ? new ApprovedTime(draft, now) : new SubmittedTime(draft, now);
    }
}
