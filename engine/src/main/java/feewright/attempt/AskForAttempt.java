package feewright.attempt;

import feewright.attempt.CollectionCursor.Next;
import feewright.attempt.CollectionCursor.Why;
import feewright.attempt.PaymentAttempt.Cause;
import feewright.firm.Actor;
import feewright.firm.ClientId;
import feewright.firm.FirmId;
import feewright.firm.Transactions;
import feewright.invoice.InvoiceId;
import feewright.payment.Autopay;
import feewright.payment.PaymentMethod;
import feewright.payment.PaymentMethodId;
import feewright.receivable.Bookkeeping;
import feewright.receivable.InvoiceAccount;
import feewright.rule.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Use case: a person asks for an attempt at an invoice now. It is committed here; the outbox calls the processor. */
public record AskForAttempt(
        Transactions transactions, CollectionRegisters registers, Bookkeeping books, ProcessorLimits limits) {

    /** What came of it. */
    public sealed interface Outcome {

        record Made(PaymentAttempt attempt) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        /** The client has no payment method, or not the one that was named. */
        record NoMethod() implements Outcome {}

        /** The processor of the method cannot collect what the invoice owes, and why. */
        record NotCollectable(Why why) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    /** With the method that is named, or else the one that autopay would take. */
    public Outcome ask(Actor actor, InvoiceId invoice, @Nullable PaymentMethodId method, Instant now) {
        return transactions.in(
                actor,
                () -> books.ledger().read(actor.firm(), List.of(invoice)).stream()
                        .findFirst()
                        .map(account -> asked(actor, account, method, now))
                        .orElseGet(Outcome.NotFound::new));
    }

    private Outcome asked(Actor actor, InvoiceAccount found, @Nullable PaymentMethodId named, Instant now) {
        FirmId firm = actor.firm();
        ClientId client = found.head().parties().client();
        Autopay autopay = registers.methods().autopay(firm, List.of(client)).stream()
                .findFirst()
                .orElse(null);
        Optional<PaymentMethod> method = named == null
                ? registers.methodOf(firm, client, autopay)
                : registers
                        .methods()
                        .find(firm, named)
                        .filter(one -> one.of().client().equals(client));
        if (method.isEmpty()) {
            return new Outcome.NoMethod();
        }
        CollectionCursor cursor = cursor(firm, found.invoice(), client);
        InvoiceAccount account = books.ledger().lock(firm, found.invoice()).orElseThrow();
        Money owed = account.owed();
        Collectable collectable = owed.isPositive()
                ? limits.collectable(method.get().reference().processor(), owed)
                : new Collectable.Most(owed);
        boolean on = autopay != null && autopay.on();
        return switch (collectable) {
            case Collectable.None(Why why) -> new Outcome.NotCollectable(why);
            case Collectable.Most(Money most) ->
                judged(
                        actor,
                        cursor,
                        new Attempting.Subject(
                                account,
                                registers.attempts().of(firm, List.of(account.invoice())),
                                on,
                                method.get(),
                                Cause.BY_HAND,
                                most),
                        now);
        };
    }

    private Outcome judged(Actor actor, CollectionCursor cursor, Attempting.Subject subject, Instant now) {
        FirmId firm = actor.firm();
        Attempting attempting = new Attempting(books, registers.attempts());
        Attempting.Outcomes outcomes = Attempting.Outcomes.none();
        Decision decision = attempting.judge(actor, subject, now);
        outcomes.decisions().add(decision);
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            attempting.keep(firm, outcomes);
            return new Outcome.Refused(decision);
        }
        PaymentAttempt attempt = attempting.begin(decision, subject, outcomes);
        attempting.keep(firm, outcomes);
        registers.cursors().move(firm, List.of(cursor.then(new Next.Resolve(now, attempt.id()))));
        return new Outcome.Made(attempt);
    }

    /** Locked before the account, as everybody who collects does. */
    private CollectionCursor cursor(FirmId firm, InvoiceId invoice, ClientId client) {
        registers
                .cursors()
                .open(firm, List.of(new CollectionCursor(invoice, client, new Next.Nothing(Why.NOT_STARTED))));
        return registers.cursors().lock(firm, invoice).orElseThrow();
    }
}
