package feewright.credit;

import feewright.invoice.InvoiceId;
import feewright.rule.Fact;

/**
 * That a credit note of some lines is to be issued against an invoice; whether something of it is released, to be billed again; its
 * sum and what earlier notes left, in minor units.
 */
public record CreditNoteFact(
        InvoiceId invoice, boolean voided, int lines, boolean releases, long amountMinor, long leftMinor)
        implements Fact {

    @Override
    public String ref() {
        return "credit_note/" + invoice;
    }
}
