package feewright.credit;

import feewright.invoice.InvoiceId;
import feewright.rule.Fact;

/**
 * That so much of the money of an invoice is to be paid out, and how much of it there is that disputes do not withhold, in minor
 * units. Nothing withheld: just as much.
 */
public record PayoutFact(InvoiceId invoice, long amountMinor, long undisputedMinor) implements Fact {

    @Override
    public String ref() {
        return "payout/" + invoice;
    }
}
