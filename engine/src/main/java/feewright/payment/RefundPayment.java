package feewright.payment;

import feewright.credit.Credits;
import feewright.ledger.Bookkeeping;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.platform.Transactions;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Use case: gives money of a payment back, at most what came in by it and the firm still holds (requirement A5). What is left of the
 * credit that the payment made goes first; for the rest its invoice owes again.
 */
public record RefundPayment(Transactions transactions, Credits credits, Bookkeeping books) {

    /**
     * How much of which payment (null: all that can be given back; the rules are asked about all of it where nothing can), why, and what
     * the client is told. {@code byHand}: not through a processor.
     */
    public record Request(
            JournalEntryId payment,
            @Nullable Money amount,
            CustomerText reason,
            @Nullable CustomerText clientNote,
            boolean byHand) {

        /** By hand, of which the client is told nothing in words. */
        public Request(JournalEntryId payment, @Nullable Money amount, CustomerText reason) {
            this(payment, amount, reason, null, true);
        }

        /** The same, through the processor. */
        public Request byProcessor() {
            return new Request(payment, amount, reason, clientNote, false);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Refunded(JournalEntry refund, Decision decision) implements Outcome {}

        record Refused(Decision decision) implements Outcome {}

        /** There is no such payment. */
        record NotFound() implements Outcome {}
    }

    public Outcome refund(Actor actor, Request request, Instant now) {
        return transactions.in(actor, () -> within(actor, request, now));
    }

    /** The same in the transaction that is open. */
    public Outcome within(Actor actor, Request request, Instant now) {
        return books.ledger()
                .find(actor.firm(), request.payment())
                .filter(entry -> entry.cause() instanceof EntryCause.PaymentReceived)
                .map(payment -> judged(actor, payment, request, now))
                .orElseGet(Outcome.NotFound::new);
    }

    private Outcome judged(Actor actor, JournalEntry payment, Request request, Instant now) {
        MoneyOut money = new MoneyOut(credits, books);
        RefundablePayment held = money.held(payment);
        Money refundable = held.refundable();
        Money amount = Objects.requireNonNullElse(request.amount(), refundable);
        Money wanted = request.amount() == null && !refundable.isPositive() ? payment.amount() : amount;
        RefundFact asked = new RefundFact(payment.id(), wanted.getAmountMinorLong(), refundable.getAmountMinorLong());
        Decision decision = books.decisionMaker()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Request("refund_payment", "payment/" + payment.id()),
                        List.of(ActorFact.of(actor), asked),
                        new DecisionMaker.Requester(actor, now));
        return decision.outcome() == Decision.Outcome.REFUSED
                ? new Outcome.Refused(decision)
                : new Outcome.Refunded(money.refunded(decision, held, amount, request), decision);
    }
}
