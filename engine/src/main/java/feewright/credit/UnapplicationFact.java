package feewright.credit;

import feewright.ledger.JournalEntryId;
import feewright.rule.Fact;

/** That an application of credit is to be undone: whether nothing of it is there any more, and in minor units what is. */
public record UnapplicationFact(JournalEntryId application, boolean undone, long amountMinor) implements Fact {

    @Override
    public String ref() {
        return "unapplication/" + application;
    }
}
