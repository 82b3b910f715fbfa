package feewright.time;

import feewright.platform.FirmId;

/** Logged, not submitted. */
public record DraftTime(FirmId firm, EntryVersion version, Work work) implements TimeEntry.Editable {

    /** Whether the client's approval will be needed as well is a matter of the terms. */
    SubmittedTime submit(boolean clientApproval) {
        return new SubmittedTime(this, new Approvals(clientApproval, null, null));
    }
}
