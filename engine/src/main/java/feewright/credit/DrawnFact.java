package feewright.credit;

import feewright.invoice.InvoiceId;
import feewright.rule.Fact;

/** What all draws of an application come to, in minor units. */
public record DrawnFact(InvoiceId invoice, long amountMinor) implements Fact {

    @Override
    public String ref() {
        return "drawn/" + invoice;
    }
}
