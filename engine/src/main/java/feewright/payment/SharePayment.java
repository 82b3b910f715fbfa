package feewright.payment;

import feewright.credit.CreditGrant;
import feewright.credit.SharedDeposit;
import feewright.firm.Actor;
import feewright.firm.ClientId;
import feewright.invoice.InvoiceId;
import feewright.payment.RecordPayment.Outcome;
import feewright.receivable.Bookkeeping;
import feewright.receivable.GrantId;
import feewright.receivable.InvoiceAccount;
import feewright.receivable.JournalEntry;
import feewright.rule.Decision;
import feewright.rule.Judge;
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
public record SharePayment(RecordPayment recordPayment) {

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
                                .map(shares -> shared(new Judge.By(actor, now), of, request.received(), shares)))
                        .orElseGet(Outcome.NotFound::new));
    }

    /** Locked by their ids, as every lock is, in the order of the request. */
    private Optional<List<SharedDeposit.Share>> shares(Actor actor, List<Part> parts) {
        Map<InvoiceId, InvoiceAccount> locked = new HashMap<>();
        parts.stream()
                .map(Part::invoice)
                .sorted(Comparator.comparing(InvoiceId::toString))
                .forEach(invoice -> books().ledger()
                        .lock(actor.firm(), invoice)
                        .ifPresent(account -> locked.put(invoice, account)));
        List<SharedDeposit.Share> shares = new ArrayList<>();
        for (Part part : parts) {
            InvoiceAccount account = locked.get(part.invoice());
            if (account == null) {
                return Optional.empty();
            }
            shares.add(new SharedDeposit.Share(account, part.amount()));
        }
        return Optional.of(shares);
    }

    private Outcome shared(Judge.By by, Incoming of, MoneyIn.Received received, List<SharedDeposit.Share> shares) {
        Actor actor = by.actor();
        Instant now = by.at();
        Decision decision = recordPayment.judge(of, received, actor, now);
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return new Outcome.Refused(decision);
        }
        GrantId id = new GrantId(books().judge().ids().next());
        MoneyIn.Ids ids = new MoneyIn.Ids(books().nextId(), id);
        CreditGrant credit = of.grant(id, received.amount(), new CreditGrant.Asked(actor.person(), now, ids.payment()));
        SharedDeposit.Judged judged = new SharedDeposit(credit, shares).judge(books(), actor, now);
        if (!judged.refusals().isEmpty()) {
            return new Outcome.Refused(judged.refusals().getFirst());
        }
        JournalEntry payment = new MoneyIn(recordPayment.credits(), books()).post(decision, of, received, ids);
        judged.post(books(), books().today(actor.firm(), now));
        return new Outcome.Recorded(payment);
    }

    private Bookkeeping books() {
        return recordPayment.books();
    }
}
