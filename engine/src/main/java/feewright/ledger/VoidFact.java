package feewright.ledger;

import feewright.invoice.InvoiceId;
import feewright.rule.Fact;

/** That somebody asks to void an invoice: whether it is void already, has money on it (minor units), was credited in part, has an open dispute, or money in suspense. */
public record VoidFact(
        InvoiceId invoice, boolean voided, long receivedMinor, boolean credited, boolean disputed, boolean suspended)
        implements Fact {

    @Override
    public String ref() {
        return "void/" + invoice;
    }
}
