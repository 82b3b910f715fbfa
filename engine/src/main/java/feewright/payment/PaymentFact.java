package feewright.payment;

import feewright.invoice.InvoiceId;
import feewright.rule.Fact;
import org.jspecify.annotations.Nullable;

/**
 * That money came in for an invoice (null: as a deposit); its amount in minor units. {@code beforeInvoice}: on a day before the
 * invoice was issued.
 */
public record PaymentFact(
        @Nullable InvoiceId invoice, boolean voided, long amountMinor, boolean inTheFuture, boolean beforeInvoice)
        implements Fact {

    @Override
    public String ref() {
        return "payment/" + (invoice == null ? "deposit" : invoice);
    }
}
