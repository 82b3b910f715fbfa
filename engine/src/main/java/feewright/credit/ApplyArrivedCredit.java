package feewright.credit;

import feewright.invoice.InvoiceId;
import feewright.ledger.CreditArrival;
import feewright.ledger.CreditArrivals;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Use case: pays what clients owe with credit that arrived, what is due first at first, where the terms say so (requirement E10). Each
 * invoice is paid in a transaction of its own. What is cut short is gone on with the next time: an arrival is done with last, and
 * whoever looks twice, or at once with another, finds less to pay or less to pay with.
 */
public record ApplyArrivedCredit(Transactions transactions, CreditArrivals arrivals, PayWithCredit payWithCredit) {

    private static final int BATCH = 100;

    /**
     * Looks at everything that arrived in a firm. Where nothing did, this is one question. What fails for a client is left for the next
     * time and thrown in the end: it holds up no other client.
     */
    public void apply(FirmId firm, Instant now) {
        Actor actor = Actor.scheduler(firm);
        int looked;
        do {
            List<CreditArrival> waiting = transactions.reading(actor, () -> arrivals.waiting(firm, BATCH));
            looked = waiting.size();
            apply(actor, waiting, now);
        } while (looked == BATCH);
    }

    private void apply(Actor actor, List<CreditArrival> waiting, Instant now) {
        Map<ClientId, RuntimeException> failures = new LinkedHashMap<>();
        for (ClientId client :
                waiting.stream().map(CreditArrival::client).distinct().toList()) {
            try {
                pay(actor, client, now);
            } catch (RuntimeException failure) {
                failures.put(client, failure);
            }
        }
        List<CreditArrival> done = waiting.stream()
                .filter(arrival -> !failures.containsKey(arrival.client()))
                .toList();
        if (!done.isEmpty()) {
            transactions.in(actor, () -> {
                arrivals.done(actor.firm(), done);
                return done;
            });
        }
        failures.values().stream().findFirst().ifPresent(failure -> {
            throw failure;
        });
    }

    private void pay(Actor actor, ClientId client, Instant now) {
        FirmId firm = actor.firm();
        List<InvoiceId> open = transactions.reading(
                actor,
                () -> payWithCredit
                        .automatic()
                        .ofClient(firm, client, payWithCredit.books().today(firm, now)));
        for (InvoiceId invoice : open) {
            transactions.in(actor, () -> payWithCredit.pay(firm, List.of(invoice), now));
        }
    }
}
