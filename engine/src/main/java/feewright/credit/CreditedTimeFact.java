package feewright.credit;

import feewright.rule.Fact;
import feewright.time.TimeEntryId;

/** A time entry that a credit note names: whether the line has it, and whether an earlier note credited it. */
public record CreditedTimeFact(int line, TimeEntryId entry, boolean onLine, boolean before) implements Fact {

    @Override
    public String ref() {
        return "line/" + line + "/time-entry/" + entry;
    }
}
