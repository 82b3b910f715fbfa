package feewright.credit;

import feewright.receivable.JournalEntryId;
import feewright.rule.Fact;

/** That an application of credit is to be undone; {@code standing} while nothing of it was given back, in minor units of what it is. */
public record UnapplicationFact(JournalEntryId application, boolean undone, long amountMinor) implements Fact {

    @Override
    public String ref() {
        return "unapplication/" + application;
    }
}
