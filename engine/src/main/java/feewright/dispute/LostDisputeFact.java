package feewright.dispute;

import feewright.ledger.DisputeId;
import feewright.rule.Fact;
import org.jspecify.annotations.Nullable;

/**
 * That an invoice owes again because a dispute was lost: so much, in minor units; so many days after it fell due (below zero: before);
 * and the processor's code of why the payment was disputed. What a rule forbids to be owed again is written off.
 */
public record LostDisputeFact(DisputeId dispute, @Nullable String reason, long amountMinor, int daysOverdue)
        implements Fact {

    @Override
    public String ref() {
        return "chargeback/" + dispute;
    }
}
