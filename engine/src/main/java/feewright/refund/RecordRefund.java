package feewright.refund;

import feewright.attempt.AttemptEvent;
import feewright.attempt.PaymentAttempt;
import feewright.firm.Actor;
import feewright.firm.FirmId;
import feewright.firm.Transactions;
import feewright.payment.Held;
import feewright.payment.MoneyOut;
import feewright.payment.SuspendMoney;
import feewright.receivable.Account;
import feewright.receivable.Bookkeeping;
import feewright.receivable.JournalEntryId;
import feewright.refund.RefundProcessor.Answer;
import feewright.rule.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Use case: writes down what is said of a refund, whoever says it and in whatever order: an answer, a look-up, an event, also of a
 * refund that was made at the processor and not here. A rule has to permit it. Money leaves the books with the first permitted word of
 * a refund, and comes back where it fails.
 */
public record RecordRefund(
        Transactions transactions, RefundRegisters registers, MoneyOut money, RefundMoved refundMoved) {

    /** What is said, by whom, and when it happened. */
    public record Told(Subject subject, Answer answer, AttemptEvent.Source source, Instant at) {}

    /** Of which payment, by the processor's name of it, and which refund of how much; ours is null where it does not say. */
    public record Subject(String payment, @Nullable RefundId ours, Money amount) {}

    /** What came of it. */
    public enum Outcome {
        APPLIED,
        /** Kept; no rule permits it. */
        UNAPPLIED,
        /** Said before, or nothing new. */
        KNOWN,
        /** The firm has no such payment, or does not know yet that it came in. */
        PAYMENT_UNKNOWN
    }

    public Outcome record(FirmId firm, Told told, Instant now) {
        return transactions.in(
                Actor.scheduler(firm),
                () -> registers
                        .attempts()
                        .ofReference(firm, told.subject().payment())
                        .map(attempt -> recorded(attempt, told, now))
                        .orElse(Outcome.PAYMENT_UNKNOWN));
    }

    /** What of a payment is known to have gone back through its processor; empty where the firm knows no such payment. */
    public Optional<Money> known(FirmId firm, String payment) {
        return registers
                .attempts()
                .ofReference(firm, payment)
                .map(attempt -> registers.refunds().ofAttempt(firm, attempt.id()).stream()
                        .filter(Refund::takesMoney)
                        .map(Refund::amount)
                        .reduce(Money.zero(attempt.amount().getCurrencyUnit()), Money::plus));
    }

    /** Asks which refunds a payment has. */
    public Optional<RefundErrand> lookForAll(FirmId firm, String payment) {
        return registers
                .attempts()
                .ofReference(firm, payment)
                .flatMap(registers::payment)
                .map(RefundErrand.LookForAll::new);
    }

    private Outcome recorded(PaymentAttempt read, Told told, Instant now) {
        Bookkeeping books = money.books();
        // Before looking again: two events of one made elsewhere would both be the first, or of what came back since.
        if (books.ledger().lock(read.of().firm(), read.of().invoice()).isEmpty()) {
            return Outcome.PAYMENT_UNKNOWN;
        }
        PaymentAttempt attempt =
                registers.attempts().find(read.of().firm(), read.id()).orElseThrow();
        Refund before = found(attempt, told).orElse(null);
        JournalEntryId paid =
                before == null ? attempt.payment().orElseThrow() : before.of().payment();
        Held held = money.held(books.ledger().find(attempt.of().firm(), paid).orElseThrow());
        Refund refund = before == null ? ReportedRefund.elsewhere(attempt, told, books) : before;
        if (!refund.of().attempt().equals(attempt.id())) {
            return Outcome.UNAPPLIED;
        }
        RefundReport report = told.answer().report();
        if (before != null && ReportedRefund.isKnown(before, told)) {
            fallsDue(refund, RefundPace.next(refund, told.answer().retryAfter(), now));
            return Outcome.KNOWN;
        }
        ReportedRefund reported = new ReportedRefund(money, refund);
        Decision decision = reported.judge(told, held, now);
        boolean applied = decision.outcome() == Decision.Outcome.PERMITTED
                && refund.amount()
                        .getCurrencyUnit()
                        .equals(held.payment().amount().getCurrencyUnit());
        if (!applied && refund.repeats(report)) {
            return Outcome.KNOWN;
        }
        JournalEntryId entry = applied ? reported.move(decision, report, held) : null;
        RefundEvent event = new RefundEvent(
                refund.events().size() + 1,
                report,
                told.source(),
                told.at(),
                new AttemptEvent.Effect(applied, entry, decision.id()));
        Refund after = refund.with(event);
        if (before == null) {
            registers.refunds().add(after);
        } else {
            registers.refunds().tell(refund, event);
        }
        Money missing = after.missing().minus(refund.missing());
        new SuspendMoney(books).moved(decision, new SuspendMoney.Moved(held.payment(), Account.Own.REFUND, missing));
        if (entry != null || !missing.isZero()) {
            refundMoved.happened(attempt, held.payment().id(), decision);
        }
        fallsDue(refund, applied ? RefundPace.next(after, told.answer().retryAfter(), now) : null);
        if (applied) {
            reported.audit(decision, report);
        }
        return applied ? Outcome.APPLIED : Outcome.UNAPPLIED;
    }

    private void fallsDue(Refund refund, @Nullable Instant next) {
        registers.outbox().put(refund.of().firm(), refund.id(), next);
    }

    private Optional<Refund> found(PaymentAttempt attempt, Told told) {
        FirmId firm = attempt.of().firm();
        RefundId ours = told.subject().ours();
        Optional<Refund> named = ours == null
                ? Optional.empty()
                : registers.refunds().some(firm, List.of(ours)).stream().findFirst();
        String reference = told.answer().report().reference();
        return named.isPresent() || reference == null
                ? named
                : registers.refunds().ofReference(firm, reference);
    }
}
