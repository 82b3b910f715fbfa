package feewright.payment;

import feewright.ledger.JournalEntryId;
import feewright.rule.Fact;

/**
 * That a payment is to be taken back as if it had not been recorded. {@code onVoidInvoice}: its invoice is void and took money of it;
 * {@code goneMinor}: what of it went out again, as a refund, a payout of its credit or through a credit note, in minor units.
 */
public record PaymentReversalFact(
        JournalEntryId payment, boolean byHand, boolean reversed, boolean onVoidInvoice, long goneMinor)
        implements Fact {

    @Override
    public String ref() {
        return "payment_reversal/" + payment;
    }
}
