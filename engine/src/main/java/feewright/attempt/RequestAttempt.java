package feewright.attempt;

import feewright.attempt.CollectionCursor.NextStep;
import feewright.attempt.CollectionCursor.StopReason;
import feewright.attempt.PaymentAttempt.Cause;
import feewright.credit.PayWithCredit;
import feewright.invoice.InvoiceId;
import feewright.ledger.Bookkeeping;
import feewright.ledger.InvoiceAccount;
import feewright.payment.Autopay;
import feewright.payment.PaymentMethod;
import feewright.payment.PaymentMethodId;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.rule.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Use case: a person asks for an attempt at an invoice now. Credit goes first, where the terms say so. The attempt is committed here; the
 * outbox calls the processor.
 */
public record RequestAttempt(
        Transactions transactions, CollectionRecords records, PayWithCredit payWithCredit, ProcessorLimits limits) {

    /** What came of it. */
    public sealed interface Outcome {

        record Requested(PaymentAttempt attempt) implements Outcome {}

        /** Credit paid all that was owed, so that there is nothing to collect. */
        record PaidByCredit(CollectionCursor cursor) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        /** The client has no payment method, or not the one that was named. */
        record NoMethod() implements Outcome {}

        /** The processor of the method cannot collect what the invoice owes, and why. */
        record NotCollectable(StopReason why) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    /** With the method that is named, or else the one that autopay would take. */
    public Outcome ask(Actor actor, InvoiceId invoice, @Nullable PaymentMethodId method, Instant now) {
        return transactions.in(
                actor,
                () -> books().ledger().read(actor.firm(), List.of(invoice)).stream()
                        .findFirst()
                        .map(account -> asked(actor, account, method, now))
                        .orElseGet(Outcome.NotFound::new));
    }

    private Outcome asked(Actor actor, InvoiceAccount found, @Nullable PaymentMethodId named, Instant now) {
        FirmId firm = actor.firm();
        ClientId client = found.head().parties().client();
        Autopay autopay = records.methods().autopay(firm, List.of(client)).stream()
                .findFirst()
                .orElse(null);
        Optional<PaymentMethod> method = named == null
                ? records.methodOf(firm, client, autopay)
                : records.methods()
                        .find(firm, named)
                        .filter(one -> one.of().client().equals(client));
        if (method.isEmpty()) {
            return new Outcome.NoMethod();
        }
        CollectionCursor cursor = records.lockedIfStarted(firm, found.invoice(), client);
        boolean on = autopay != null && autopay.on();
        return attempted(new Request(actor, cursor, method.get(), on, now));
    }

    /** Who asks, and to charge what. The collection is locked. */
    private record Request(Actor actor, CollectionCursor cursor, PaymentMethod method, boolean autopay, Instant now) {

        FirmId firm() {
            return actor.firm();
        }
    }

    private Outcome attempted(Request asked) {
        InvoiceAccount account = locked(asked);
        Money owed = account.owed();
        Collectable collectable = owed.isPositive()
                ? limits.collectable(asked.method().reference().processor(), owed)
                : new Collectable.Amount(owed);
        return switch (collectable) {
            case Collectable.None(StopReason why) -> new Outcome.NotCollectable(why);
            case Collectable.Amount(Money most) ->
                judged(
                        asked,
                        new AttemptStarter.Subject(
                                account,
                                records.attempts().of(asked.firm(), List.of(account.invoice())),
                                asked.autopay(),
                                asked.method(),
                                Cause.BY_HAND,
                                most));
        };
    }

    private Outcome judged(Request asked, AttemptStarter.Subject subject) {
        FirmId firm = asked.firm();
        AttemptStarter attempting = new AttemptStarter(books(), records.attempts());
        Decision decision = attempting.judge(asked.actor(), subject, asked.now());
        if (decision.outcome() == Decision.Outcome.PERMITTED && isPaidByCredit(asked)) {
            return locked(asked).owed().isPositive() ? attempted(asked) : paid(firm, asked.cursor());
        }
        AttemptStarter.Results outcomes = AttemptStarter.Results.none();
        outcomes.decisions().add(decision);
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            attempting.keep(firm, outcomes);
            return new Outcome.Refused(decision);
        }
        PaymentAttempt attempt = attempting.begin(decision, subject, outcomes);
        attempting.keep(firm, outcomes);
        records.started(firm, asked.cursor(), new NextStep.LookUp(asked.now(), attempt.id()));
        return new Outcome.Requested(attempt);
    }

    /** Whether credit paid some of it just now: the rest is judged anew. */
    private boolean isPaidByCredit(Request asked) {
        return !payWithCredit
                .pay(asked.firm(), List.of(asked.cursor().invoice()), asked.now())
                .isEmpty();
    }

    private InvoiceAccount locked(Request asked) {
        return books().ledger().lock(asked.firm(), asked.cursor().invoice()).orElseThrow();
    }

    private Outcome paid(FirmId firm, CollectionCursor cursor) {
        return new Outcome.PaidByCredit(records.started(firm, cursor, new NextStep.None(StopReason.NOTHING_OWED)));
    }

    private Bookkeeping books() {
        return payWithCredit.books();
    }
}
