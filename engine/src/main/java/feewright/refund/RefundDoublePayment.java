package feewright.refund;

import feewright.attempt.DoublePaymentHandler;
import feewright.attempt.PaymentAttempt;
import feewright.ledger.Bookkeeping;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.payment.MoneyOut;
import feewright.payment.RefundablePayment;
import feewright.platform.Actor;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/** Gives back what a second success brought too much, where a rule permits it; otherwise it stays the client's credit. */
public record RefundDoublePayment(MoneyOut money, RefundRecords records) implements DoublePaymentHandler {

    @Override
    public void happened(PaymentAttempt attempt, JournalEntryId payment, Instant now) {
        Bookkeeping books = money.books();
        JournalEntry entry = books.ledger().find(attempt.of().firm(), payment).orElseThrow();
        RefundablePayment held = money.held(entry);
        Money excess = held.credit();
        if (!excess.isPositive()) {
            return;
        }
        Actor actor = Actor.scheduler(attempt.of().firm());
        DoublePaymentFact fact =
                new DoublePaymentFact(attempt.id(), entry.amount().getAmountMinorLong(), excess.getAmountMinorLong());
        Decision decision = books.decisionMaker()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Request("refund_double_payment", "payment_attempt/" + attempt.id()),
                        List.of(ActorFact.of(actor), fact),
                        new DecisionMaker.Requester(actor, now));
        if (decision.outcome() == Decision.Outcome.PERMITTED) {
            JournalEntry refunded = money.refunded(decision, held, excess, null);
            records.open(new RefundId(books.decisionMaker().ids().next()), attempt, decision, refunded);
        }
    }
}
