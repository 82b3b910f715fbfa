package feewright.time;

/** One version of a time entry, from 1. What is approved and billed is always a version. */
public record EntryVersion(TimeEntryId entry, int number) {

    public EntryVersion {
        if (number < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
    }

    EntryVersion next() {
        return new EntryVersion(entry, number + 1);
    }

    /** {@code time_entry/…@2}, as the firing log names it. */
    public String ref() {
        return "time_entry/" + entry + "@" + number;
    }
}
