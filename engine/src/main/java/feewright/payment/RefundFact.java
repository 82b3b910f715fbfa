package feewright.payment;

import feewright.ledger.JournalEntryId;
import feewright.rule.Fact;

/** That money of a payment is to be given back, and how much of it the firm still holds for the client, in minor units. */
public record RefundFact(JournalEntryId payment, long amountMinor, long refundableMinor) implements Fact {

    @Override
    public String ref() {
        return "refund/" + payment;
    }
}
