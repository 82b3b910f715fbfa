package feewright.receivable;

import feewright.invoice.InvoiceId;
import feewright.rule.Fact;

/** That somebody asks to void an invoice: whether it is void already, has money on it (minor units), was credited in part, or has an open dispute. */
public record VoidFact(InvoiceId invoice, boolean voided, long receivedMinor, boolean credited, boolean disputed)
        implements Fact {

    @Override
    public String ref() {
        return "void/" + invoice;
    }
}
