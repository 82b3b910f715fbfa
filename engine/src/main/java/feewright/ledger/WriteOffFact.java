package feewright.ledger;

import feewright.invoice.InvoiceId;
import feewright.rule.Fact;

/** That somebody asks to give up a part of what an invoice owes, both in minor units. */
public record WriteOffFact(InvoiceId invoice, long amountMinor, long owedMinor) implements Fact {

    @Override
    public String ref() {
        return "write_off/" + invoice;
    }
}
