package feewright.time;

import feewright.platform.FirmId;

/** On an invoice that stands: neither editable nor rejectable (requirement H4). */
public record BilledTime(ApprovedTime approved) implements TimeEntry {

    @Override
    public FirmId firm() {
        return approved.firm();
    }

    @Override
    public EntryVersion version() {
        return approved.version();
    }

    @Override
    public Work work() {
        return approved.work();
    }
}
