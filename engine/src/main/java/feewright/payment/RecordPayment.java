package feewright.payment;

import feewright.credit.CreditGrant;
import feewright.credit.Credits;
import feewright.firm.Actor;
import feewright.firm.ClientId;
import feewright.firm.Clients;
import feewright.firm.Content;
import feewright.firm.Transactions;
import feewright.invoice.InvoiceId;
import feewright.receivable.Account;
import feewright.receivable.Bookkeeping;
import feewright.receivable.GrantId;
import feewright.receivable.InvoiceAccount;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Occasion;
import feewright.receivable.Transfer;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.Judge;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Use case: records money that came in by hand (requirement A5). It pays what the invoice owes, then brings back what of it was
 * written off; what is more becomes credit of the client, as does a deposit that comes without an invoice.
 */
public record RecordPayment(Transactions transactions, Clients clients, Credits credits, Bookkeeping books) {

    /** What came in. The reference is content; null for none. */
    public record Received(
            Money amount,
            Occasion.Method method,
            LocalDate on,
            @Nullable Content reference) {}

    /** What came of it. */
    public sealed interface Outcome {

        record Recorded(JournalEntry payment) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    /** Money for an invoice. Fails where its currency is another than the invoice's. */
    public Outcome pay(Actor actor, InvoiceId invoice, Received received, Instant now) {
        return transactions.in(
                actor,
                () -> books.ledger()
                        .lock(actor.firm(), invoice)
                        .map(account -> judged(
                                new Incoming(
                                        actor.firm(), account.head().parties().client(), account),
                                received,
                                actor,
                                now))
                        .orElseGet(Outcome.NotFound::new));
    }

    /** Money of a client for whatever is to come. */
    public Outcome deposit(Actor actor, ClientId client, Received received, Instant now) {
        return transactions.in(
                actor,
                () -> clients.find(actor.firm(), client)
                        .map(found -> judged(new Incoming(actor.firm(), found.id(), null), received, actor, now))
                        .orElseGet(Outcome.NotFound::new));
    }

    private Outcome judged(Incoming of, Received received, Actor actor, Instant now) {
        InvoiceAccount account = of.account();
        PaymentFact asked = new PaymentFact(
                of.invoice(),
                account != null && account.isVoid(),
                received.amount().getAmountMinorLong(),
                received.on().isAfter(books.today(actor.firm(), now)),
                account != null && received.on().isBefore(account.head().dates().issue()));
        Decision decision = books.judge()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Question("record-payment", of.ref()),
                        List.of(ActorFact.of(actor), asked),
                        new Judge.By(actor, now));
        return decision.outcome() == Decision.Outcome.REFUSED
                ? new Outcome.Refused(decision)
                : new Outcome.Recorded(posted(decision, of, received));
    }

    private JournalEntry posted(Decision decision, Incoming of, Received received) {
        JournalEntryId id = books.nextId();
        List<Transfer> transfers = new ArrayList<>();
        Money left = received.amount();
        if (of.account() != null) {
            Allocation allocation = Allocation.of(of.account(), left);
            transfers.addAll(allocation.transfers());
            left = left.minus(allocation.taken());
        }
        if (left.isPositive()) {
            CreditGrant grant = of.grant(
                    new GrantId(books.judge().ids().next()),
                    left,
                    new CreditGrant.Asked(decision.actor().person(), decision.at(), id));
            credits.add(grant);
            transfers.add(new Transfer(Account.Own.CASH, grant.account(), left));
        }
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                id,
                of.client(),
                new Occasion.PaymentReceived(of.invoice(), received.method()),
                received.amount(),
                received.on(),
                transfers,
                received.reference());
        return books.post(decision, posting, "payment-received", of.target());
    }
}
