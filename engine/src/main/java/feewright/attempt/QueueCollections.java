package feewright.attempt;

import feewright.attempt.PaymentAttempt.Cause;
import feewright.invoice.Invoice;
import feewright.invoice.IssuedInvoiceHandler;
import feewright.payment.Autopay;
import feewright.payment.PaymentMethods;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Queues the collection of issued invoices whose clients switched autopay on, in the transaction that issues them and after credit
 * was applied (requirement A2). Calls nobody: issuing never waits for a processor.
 */
public record QueueCollections(IssuedInvoiceHandler first, PaymentMethods methods, CollectionCursors collections)
        implements IssuedInvoiceHandler {

    @Override
    public void enter(Actor actor, List<Entered> entered, Instant now) {
        first.enter(actor, entered, now);
        List<ClientId> clients =
                entered.stream().map(one -> client(one.invoice())).distinct().toList();
        Set<ClientId> on = methods.autopay(actor.firm(), clients).stream()
                .filter(Autopay::on)
                .map(Autopay::client)
                .collect(Collectors.toSet());
        List<CollectionCursor> queued = entered.stream()
                .map(Entered::invoice)
                .filter(invoice -> on.contains(client(invoice)))
                .map(invoice -> new CollectionCursor(
                        invoice.head().id(),
                        client(invoice),
                        new CollectionCursor.NextStep.Attempt(now, Cause.AUTOPAY)))
                .toList();
        if (!queued.isEmpty()) {
            collections.open(actor.firm(), queued);
        }
    }

    private static ClientId client(Invoice invoice) {
        return invoice.head().parties().client();
    }
}
