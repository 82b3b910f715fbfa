package feewright.payment;

import feewright.credit.Credits;
import feewright.firm.Actor;
import feewright.firm.AuditEvent;
import feewright.firm.Content;
import feewright.firm.Transactions;
import feewright.receivable.Account;
import feewright.receivable.Bookkeeping;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.receivable.Occasion;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.Judge;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Use case: gives money of a payment back, at most what came in by it and the firm still holds (requirement A5). What is left of the
 * credit that the payment made goes first; for the rest its invoice owes again.
 */
public record RefundPayment(Transactions transactions, Credits credits, Bookkeeping books) {

    /** How much of which payment, and why; null for all that can be given back. */
    public record Request(JournalEntryId payment, @Nullable Money amount, Content reason) {}

    /** What came of it. */
    public sealed interface Outcome {

        record Refunded(JournalEntry refund) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        /** There is no such payment. */
        record NotFound() implements Outcome {}
    }

    public Outcome refund(Actor actor, Request request, Instant now) {
        return transactions.in(
                actor,
                () -> books.ledger()
                        .find(actor.firm(), request.payment())
                        .flatMap(payment -> judged(actor, payment, request, now))
                        .orElseGet(Outcome.NotFound::new));
    }

    private Optional<Outcome> judged(Actor actor, JournalEntry payment, Request request, Instant now) {
        if (!(payment.occasion() instanceof Occasion.PaymentReceived received)) {
            return Optional.empty();
        }
        Held held = Held.of(books.ledger(), credits, payment);
        Money refundable = held.refundable(payment, books.ledger().refunded(actor.firm(), payment));
        Money amount = Objects.requireNonNullElse(request.amount(), refundable);
        RefundFact asked = new RefundFact(payment.id(), amount.getAmountMinorLong(), refundable.getAmountMinorLong());
        Decision decision = books.judge()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Question("refund-payment", "payment/" + payment.id()),
                        List.of(ActorFact.of(actor), asked),
                        new Judge.By(actor, now));
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return Optional.of(new Outcome.Refused(decision));
        }
        Bookkeeping.Posting posting = new Bookkeeping.Posting(
                books.nextId(),
                payment.of().client(),
                new Occasion.PaymentRefunded(payment.id(), received.invoice()),
                amount,
                books.today(actor.firm(), now),
                held.transfers(amount, Account.Own.REFUND),
                request.reason());
        AuditEvent.Target target =
                new AuditEvent.Target("payment", payment.id(), payment.of().client());
        return Optional.of(new Outcome.Refunded(books.post(decision, posting, "payment-refunded", target)));
    }
}
