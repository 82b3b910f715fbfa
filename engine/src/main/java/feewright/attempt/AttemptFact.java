package feewright.attempt;

import feewright.invoice.InvoiceId;
import feewright.rule.Fact;

/**
 * That an invoice is to be collected; amounts in minor units. {@code automatic}: nobody asked for it, it follows from the issue or a
 * failure. {@code disputed}: a dispute of a
 * payment of it is open; {@code chargedBack}: one was lost; {@code suspended}: money of it is in
 * suspense. {@code live}: an earlier attempt at it is not over.
 * {@code collectableMinor}: as much of what it owes as the processor can take, as it counts.
 */
public record AttemptFact(
        InvoiceId invoice,
        boolean automatic,
        boolean autopay,
        boolean voided,
        boolean disputed,
        boolean chargedBack,
        boolean suspended,
        boolean live,
        boolean simulated,
        long amountMinor,
        long collectableMinor,
        long owedMinor)
        implements Fact {

    @Override
    public String ref() {
        return "collection/" + invoice;
    }
}
