package feewright.attempt;

import feewright.attempt.CollectionCursor.Next;
import feewright.attempt.CollectionCursor.Why;
import feewright.firm.Actor;
import feewright.firm.FirmId;
import feewright.firm.Transactions;
import feewright.payment.MoneyOut;
import feewright.receivable.JournalEntryId;
import feewright.rule.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Use case: writes down what is said of an attempt, whoever says it and in whatever order: an answer, a look-up, an event. A rule
 * has to permit the change; what none permits is kept and changes nothing. Only a confirmed success moves money (requirement A3).
 */
public record RecordReport(
        Transactions transactions,
        CollectionRegisters registers,
        MoneyOut money,
        SecondSuccess secondSuccess,
        TakenBack takenBack) {

    /** What is said, by whom, and when it happened. */
    public record Said(Answer answer, AttemptEvent.Source source, Instant at) {}

    /** What came of it. */
    public enum Outcome {
        APPLIED,
        /** Kept; no rule permits it. */
        UNAPPLIED,
        /** Said before, or nothing new. */
        KNOWN,
        /** No such attempt in this firm. */
        NOT_FOUND
    }

    public Outcome record(FirmId firm, AttemptId id, Said said, Instant now) {
        return transactions.in(
                Actor.scheduler(firm),
                () -> registers
                        .attempts()
                        .find(firm, id)
                        .map(found -> recorded(found, said, now))
                        .orElse(Outcome.NOT_FOUND));
    }

    private Outcome recorded(PaymentAttempt found, Said said, Instant now) {
        FirmId firm = found.of().firm();
        CollectionCursor cursor =
                registers.cursors().lock(firm, found.of().invoice()).orElseThrow();
        List<PaymentAttempt> attempts =
                new ArrayList<>(registers.attempts().of(firm, List.of(found.of().invoice())));
        int place = attempts.stream().map(PaymentAttempt::id).toList().indexOf(found.id());
        PaymentAttempt attempt = attempts.get(place);
        Report report = said.answer().report();
        if (isKnown(attempt, said)) {
            if (cursor.next() instanceof Next.Resolve(Instant _, AttemptId id) && id.equals(attempt.id())) {
                Instant again = Pace.next(attempt, said.answer(), now);
                registers.cursors().move(firm, List.of(cursor.then(new Next.Resolve(again, id))));
            }
            return Outcome.KNOWN;
        }
        ReportedMoney moved = new ReportedMoney(money, new Attempting(money.books(), registers.attempts()));
        Decision decision = moved.judge(attempt, report, said.source(), now);
        boolean applied =
                decision.outcome() == Decision.Outcome.PERMITTED && !ReportedMoney.isOfOtherCurrency(attempt, report);
        if (!applied && attempt.repeats(report)) {
            return Outcome.KNOWN;
        }
        AttemptEvent event = new AttemptEvent(
                attempt.events().size() + 1,
                report,
                said.source(),
                said.at(),
                new AttemptEvent.Effect(
                        applied,
                        applied ? moved.move(decision, attempt, report) : moved.suspend(decision, attempt, report),
                        decision.id()));
        registers.attempts().tell(attempt, event);
        moved.level(decision, attempt, event);
        if (!applied) {
            stop(cursor, attempt, event);
            return Outcome.UNAPPLIED;
        }
        attempts.set(place, attempt.with(event));
        JournalEntryId entry = event.effect().entry();
        if (entry != null && report instanceof Report.Succeeded && isSecond(attempts, place)) {
            secondSuccess.happened(attempts.get(place), entry, now);
        } else if (entry != null && report instanceof Report.Failed) {
            takenBack.happened(attempt, decision);
        }
        AttemptState state = attempts.get(place).state();
        if (state == AttemptState.FAILED || state == AttemptState.CANCELLED) {
            // Credit that arrived meanwhile was kept from the invoice by this attempt.
            money.books().creditArrived(firm, attempt.of().client());
        }
        next(attempts, place, said.answer(), now)
                .ifPresent(next -> registers.cursors().move(firm, List.of(cursor.then(next))));
        return Outcome.APPLIED;
    }

    /** What came in and is in suspense waits for a person: it is neither looked for nor collected once more. */
    private void stop(CollectionCursor cursor, PaymentAttempt attempt, AttemptEvent event) {
        if (attempt.isLive() && !attempt.with(event).isLive()) {
            registers.cursors().move(attempt.of().firm(), List.of(cursor.then(new Next.Nothing(Why.REFUSED))));
        }
    }

    /**
     * Whether it was said by this very event, or says what is so already: another sum would be news. What was tried in vain is
     * worth a line as long as nobody has the payment for sure.
     */
    private static boolean isKnown(PaymentAttempt attempt, Said said) {
        AttemptEvent.Source source = said.source();
        boolean taken =
                source.id() != null && attempt.events().stream().anyMatch(event -> source.equals(event.source()));
        Report report = said.answer().report();
        if (taken || !report.isOfTheProcessor()) {
            return taken || attempt.isWithTheProcessor();
        }
        return attempt.state() == report.state()
                && !AttemptMoney.of(attempt.events()).isNews(report);
    }

    private static boolean isSecond(List<PaymentAttempt> attempts, int place) {
        return attempts.stream()
                .filter(other -> !other.equals(attempts.get(place)))
                .anyMatch(other -> other.state() == AttemptState.SUCCEEDED);
    }

    /** What comes next for the invoice; empty where this attempt is not what its collection waits for. */
    private Optional<Next> next(List<PaymentAttempt> attempts, int place, Answer answer, Instant now) {
        PaymentAttempt attempt = attempts.get(place);
        boolean otherLives = attempts.stream().anyMatch(other -> !other.id().equals(attempt.id()) && other.isLive());
        if (otherLives) {
            return Optional.empty();
        }
        return Optional.of(
                switch (attempt.state()) {
                    case INITIATED, UNKNOWN, PROCESSING, ACTION_REQUIRED ->
                        new Next.Resolve(Pace.next(attempt, answer, now), attempt.id());
                    case SUCCEEDED -> new Next.Nothing(attempt.asked().rest().isZero() ? Why.COLLECTED : Why.REST_LEFT);
                    case FAILED -> new PlanRetry(registers, money.books()).plan(attempts.subList(0, place + 1), now);
                    case CANCELLED -> new Next.Nothing(Why.NOT_RETRIED);
                });
    }
}
