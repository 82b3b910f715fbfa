package feewright.refund;

import feewright.attempt.AttemptEvent;
import feewright.attempt.PaymentAttempt;
import feewright.attempt.UpdateOutcome;
import feewright.ledger.Account;
import feewright.ledger.Bookkeeping;
import feewright.ledger.JournalEntryId;
import feewright.payment.MoneyOut;
import feewright.payment.RefundablePayment;
import feewright.payment.SuspendMoney;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.refund.RefundProcessor.Response;
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
        Transactions transactions, RefundRecords records, MoneyOut money, RefundPostedHandler refundMoved) {

    /** What is said, by whom, and when it happened. */
    public record Received(Subject subject, Response answer, AttemptEvent.Source source, Instant at) {}

    /** Of which payment, by the processor's name of it, and which refund of how much; ours is null where it does not say. */
    public record Subject(String payment, @Nullable RefundId ours, Money amount) {}

    public UpdateOutcome record(FirmId firm, Received told, Instant now) {
        return transactions.in(
                Actor.scheduler(firm),
                () -> records.attempts()
                        .ofReference(firm, told.subject().payment())
                        .map(attempt -> recorded(attempt, told, now))
                        .orElse(UpdateOutcome.NOT_FOUND));
    }

    /** What of a payment is known to have gone back through its processor; empty where the firm knows no such payment. */
    public Optional<Money> known(FirmId firm, String payment) {
        return records.attempts()
                .ofReference(firm, payment)
                .map(attempt -> records.refunds().ofAttempt(firm, attempt.id()).stream()
                        .filter(Refund::takesMoney)
                        .map(Refund::amount)
                        .reduce(Money.zero(attempt.amount().getCurrencyUnit()), Money::plus));
    }

    /** Asks which refunds a payment has. */
    public Optional<RefundCall> lookForAll(FirmId firm, String payment) {
        return records.attempts()
                .ofReference(firm, payment)
                .flatMap(records::payment)
                .map(RefundCall.LookForAll::new);
    }

    private UpdateOutcome recorded(PaymentAttempt read, Received told, Instant now) {
        Bookkeeping books = money.books();
        // Before looking again: two events of one made elsewhere would both be the first, or of what came back since.
        if (books.ledger().lock(read.of().firm(), read.of().invoice()).isEmpty()) {
            return UpdateOutcome.NOT_FOUND;
        }
        PaymentAttempt attempt =
                records.attempts().find(read.of().firm(), read.id()).orElseThrow();
        Refund before = found(attempt, told).orElse(null);
        JournalEntryId paid =
                before == null ? attempt.payment().orElseThrow() : before.of().payment();
        RefundablePayment held =
                money.held(books.ledger().find(attempt.of().firm(), paid).orElseThrow());
        Refund refund = before == null ? RefundUpdatePosting.elsewhere(attempt, told, books) : before;
        if (!refund.of().attempt().equals(attempt.id())) {
            return UpdateOutcome.UNAPPLIED;
        }
        RefundUpdate report = told.answer().report();
        if (before != null && RefundUpdatePosting.isKnown(before, told)) {
            fallsDue(refund, RefundPollSchedule.next(refund, told.answer().retryAfter(), now));
            return UpdateOutcome.KNOWN;
        }
        RefundUpdatePosting reported = new RefundUpdatePosting(money, refund);
        Decision decision = reported.judge(told, held, now);
        boolean applied = decision.outcome() == Decision.Outcome.PERMITTED
                && refund.amount()
                        .getCurrencyUnit()
                        .equals(held.payment().amount().getCurrencyUnit());
        if (!applied && refund.repeats(report)) {
            return UpdateOutcome.KNOWN;
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
            records.refunds().add(after);
        } else {
            records.refunds().tell(refund, event);
        }
        Money missing = after.missing().minus(refund.missing());
        new SuspendMoney(books)
                .moved(decision, new SuspendMoney.Moved(held.payment(), Account.FirmAccount.REFUND, missing));
        if (entry != null || !missing.isZero()) {
            refundMoved.happened(attempt, held.payment().id(), decision);
        }
        fallsDue(refund, applied ? RefundPollSchedule.next(after, told.answer().retryAfter(), now) : null);
        if (applied) {
            reported.audit(decision, report);
        }
        return applied ? UpdateOutcome.APPLIED : UpdateOutcome.UNAPPLIED;
    }

    private void fallsDue(Refund refund, @Nullable Instant next) {
        records.outbox().put(refund.of().firm(), refund.id(), next);
    }

    private Optional<Refund> found(PaymentAttempt attempt, Received told) {
        FirmId firm = attempt.of().firm();
        RefundId ours = told.subject().ours();
        Optional<Refund> named = ours == null
                ? Optional.empty()
                : records.refunds().some(firm, List.of(ours)).stream().findFirst();
        String reference = told.answer().report().reference();
        return named.isPresent() || reference == null
                ? named
                : records.refunds().ofReference(firm, reference);
    }
}
