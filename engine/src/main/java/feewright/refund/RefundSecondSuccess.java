package feewright.refund;

import feewright.attempt.PaymentAttempt;
import feewright.attempt.SecondSuccess;
import feewright.firm.Actor;
import feewright.payment.Held;
import feewright.payment.MoneyOut;
import feewright.receivable.Bookkeeping;
import feewright.receivable.JournalEntry;
import feewright.receivable.JournalEntryId;
import feewright.rule.ActorFact;
import feewright.rule.Decision;
import feewright.rule.Judge;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/** Gives back what a second success brought too much, where a rule permits it; otherwise it stays the client's credit. */
public record RefundSecondSuccess(MoneyOut money, RefundRegisters registers) implements SecondSuccess {

    @Override
    public void happened(PaymentAttempt attempt, JournalEntryId payment, Instant now) {
        Bookkeeping books = money.books();
        JournalEntry entry = books.ledger().find(attempt.of().firm(), payment).orElseThrow();
        Held held = money.held(entry);
        Money excess = held.credit();
        if (!excess.isPositive()) {
            return;
        }
        Actor actor = Actor.scheduler(attempt.of().firm());
        SecondSuccessFact fact =
                new SecondSuccessFact(attempt.id(), entry.amount().getAmountMinorLong(), excess.getAmountMinorLong());
        Decision decision = books.judge()
                .ask(
                        RuleSet.PAYMENT,
                        new Decision.Question("refund-second-success", "attempt/" + attempt.id()),
                        List.of(ActorFact.of(actor), fact),
                        new Judge.By(actor, now));
        if (decision.outcome() == Decision.Outcome.PERMITTED) {
            JournalEntry refunded = money.refunded(decision, held, excess, null);
            registers.open(new RefundId(books.judge().ids().next()), attempt, decision, refunded);
        }
    }
}
