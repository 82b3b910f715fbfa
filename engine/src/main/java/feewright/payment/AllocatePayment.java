package feewright.payment;

import feewright.credit.AllocatedDeposit;
import feewright.invoice.InvoiceId;
import feewright.ledger.Bookkeeping;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.Ledger;
import feewright.payment.RecordPayment.Outcome;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.rule.DecisionMaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Use case: records one payment over several invoices of a client (requirement T6). It is a deposit whose credit pays the invoices at
 * once, each its part; what is more stays credit of the client.
 */
public record AllocatePayment(RecordPayment recordPayment) {

    /** What one invoice gets. */
    public record Part(InvoiceId invoice, Money amount) {}

    /** The money of a client, and what each invoice gets of it: each is named once, and the parts are no more than the money. */
    public record Request(ClientId client, MoneyIn.Received received, List<Part> parts) {

        public Request {
            parts = List.copyOf(parts);
        }
    }

    /** All or nothing. Fails for parts that are no request, as for other currencies than the money's. */
    public Outcome share(Actor actor, Request request, Instant now) {
        return recordPayment.once(
                actor,
                request.received(),
                () -> recordPayment
                        .incoming(actor, null, request.client())
                        .flatMap(of -> shares(actor, request.parts())
                                .map(shares -> shared(
                                        new DecisionMaker.Requester(actor, now), of, request.received(), shares)))
                        .orElseGet(Outcome.NotFound::new));
    }

    /** Locked by their ids, as every lock is, in the order of the request. */
    private Optional<List<AllocatedDeposit.Share>> shares(Actor actor, List<Part> parts) {
        return shares(books().ledger(), actor.firm(), parts);
    }

    /** The same for parts of any payment. Empty where one is of no invoice of the firm. */
    static Optional<List<AllocatedDeposit.Share>> shares(Ledger ledger, FirmId firm, List<Part> parts) {
        Map<InvoiceId, InvoiceAccount> locked = new HashMap<>();
        parts.stream()
                .map(Part::invoice)
                .sorted(Comparator.comparing(InvoiceId::toString))
                .forEach(invoice -> ledger.lock(firm, invoice).ifPresent(account -> locked.put(invoice, account)));
        List<AllocatedDeposit.Share> shares = new ArrayList<>();
        for (Part part : parts) {
            InvoiceAccount account = locked.get(part.invoice());
            if (account == null) {
                return Optional.empty();
            }
            shares.add(new AllocatedDeposit.Share(account, part.amount()));
        }
        return Optional.of(shares);
    }

    private Outcome shared(
            DecisionMaker.Requester by,
            PaymentTarget of,
            MoneyIn.Received received,
            List<AllocatedDeposit.Share> shares) {
        AllocatedPayment payment = new AllocatedPayment(recordPayment, of, received);
        AllocatedPayment.Judged judged = payment.judge(by, shares);
        return judged.refusal()
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> new Outcome.Recorded(payment.post(judged)));
    }

    private Bookkeeping books() {
        return recordPayment.books();
    }
}
