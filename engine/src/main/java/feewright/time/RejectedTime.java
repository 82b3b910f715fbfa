package feewright.time;

import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.time.Instant;

/** Rejected, or its approval taken back. May be revised. The reason is content and kept apart. */
public record RejectedTime(DraftTime draft, PersonId by, Instant at) implements TimeEntry.Editable {

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
}
