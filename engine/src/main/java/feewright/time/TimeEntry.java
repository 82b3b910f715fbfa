package feewright.time;

import feewright.platform.FirmId;

/** A time entry in its current version, in the state that its type names. Each state has only the methods that it allows. */
public sealed interface TimeEntry permits TimeEntry.Editable, BilledTime {

    FirmId firm();

    EntryVersion version();

    Work work();

    /** A state in which the work may still be edited: an edit is a new version, and a draft again. */
    sealed interface Editable extends TimeEntry permits DraftTime, SubmittedTime, ApprovedTime, RejectedTime {

        default DraftTime revise(Work work) {
            return new DraftTime(firm(), version().next(), work);
        }
    }
}
