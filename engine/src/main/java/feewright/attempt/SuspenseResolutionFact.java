package feewright.attempt;

import feewright.ledger.JournalEntryId;
import feewright.payment.SuspenseTarget;
import feewright.rule.Fact;

/**
 * That so much of an item of suspense is to go where it belongs, in minor units: how much of it is left to settle, and how much there
 * is to take from there (what an invoice or credit holds, where money is missing).
 */
public record SuspenseResolutionFact(
        JournalEntryId item, SuspenseTarget target, long amountMinor, long leftMinor, long mostMinor) implements Fact {

    @Override
    public String ref() {
        return "suspense_resolution/" + item;
    }
}
