package feewright.payment;

import feewright.credit.Credits;
import feewright.firm.Clients;
import feewright.invoice.InvoiceId;
import feewright.ledger.Bookkeeping;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Transactions;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Use case: records money that came in by hand (requirement A5). It pays what the invoice owes, then brings back what of it was
 * written off; what is more becomes credit of the client, as does a deposit that comes without an invoice.
 */
public record RecordPayment(Transactions transactions, Clients clients, Credits credits, Bookkeeping books) {

    /** What came of it. */
    public sealed interface Outcome {

        record Recorded(JournalEntry payment) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        /** One of the same amount, day and reference is there already (requirement T6). */
        record PossibleDuplicate(JournalEntryId payment) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    /** Money for an invoice. Fails where its currency is another than the invoice's. */
    public Outcome pay(Actor actor, InvoiceId invoice, MoneyIn.Received received, Instant now) {
        return once(
                actor,
                received,
                () -> incoming(actor, invoice, null)
                        .map(of -> judged(of, received, actor, now))
                        .orElseGet(Outcome.NotFound::new));
    }

    /** Money of a client for whatever is to come. */
    public Outcome deposit(Actor actor, ClientId client, MoneyIn.Received received, Instant now) {
        return once(
                actor,
                received,
                () -> incoming(actor, null, client)
                        .map(of -> judged(of, received, actor, now))
                        .orElseGet(Outcome.NotFound::new));
    }

    /** Does it where no payment is alike that was recorded before. */
    Outcome once(Actor actor, MoneyIn.Received received, Supplier<Outcome> act) {
        return transactions.in(
                actor,
                () -> duplicates()
                        .of(actor.firm(), received, null)
                        .<Outcome>map(Outcome.PossibleDuplicate::new)
                        .orElseGet(act));
    }

    Duplicates duplicates() {
        return new Duplicates(books.ledger(), books.customerTexts());
    }

    /** Money for an invoice, whose account is locked, or (null) of a client; empty where there is none. */
    Optional<PaymentTarget> incoming(Actor actor, @Nullable InvoiceId invoice, @Nullable ClientId client) {
        return invoice == null
                ? clients.find(actor.firm(), Objects.requireNonNull(client))
                        .map(found -> new PaymentTarget(actor.firm(), found.id(), null))
                : books.ledger()
                        .lock(actor.firm(), invoice)
                        .map(account -> new PaymentTarget(
                                actor.firm(), account.head().parties().client(), account));
    }

    private Outcome judged(PaymentTarget of, MoneyIn.Received received, Actor actor, Instant now) {
        Decision decision = judge(of, received, actor, now);
        return decision.outcome() == Decision.Outcome.REFUSED
                ? new Outcome.Refused(decision)
                : new Outcome.Recorded(post(decision, of, received));
    }

    Decision judge(PaymentTarget of, MoneyIn.Received received, Actor actor, Instant now) {
        InvoiceAccount account = of.account();
        PaymentFact asked = new PaymentFact(
                of.invoice(),
                account != null && account.isVoid(),
                received.amount().getAmountMinorLong(),
                received.on().isAfter(books.today(actor.firm(), now)),
                account != null && received.on().isBefore(account.head().dates().issue()));
        return books.decisionMaker()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Request("record_payment", of.ref()),
                        List.of(ActorFact.of(actor), asked),
                        new DecisionMaker.Requester(actor, now));
    }

    JournalEntry post(Decision decision, PaymentTarget of, MoneyIn.Received received) {
        return new MoneyIn(credits, books).post(decision, of, received);
    }
}
