package feewright.time;

import feewright.platform.FirmId;
import java.util.Objects;

/** Approved by everybody whose approval the terms ask for, never by the worker. The only time that an hourly line can be built from. */
public record ApprovedTime(DraftTime draft, Approvals approvals) implements TimeEntry.Editable {

    public ApprovedTime {
        if (!approvals.areComplete()) {
            throw new IllegalArgumentException("an approval is missing");
        }
        if (Objects.requireNonNull(approvals.byFirm())
                .by()
                .equals(draft.work().worker().person())) {
            throw new IllegalArgumentException("nobody approves their own time");
        }
    }

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
