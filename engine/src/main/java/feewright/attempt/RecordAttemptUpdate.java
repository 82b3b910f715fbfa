package feewright.attempt;

import feewright.attempt.CollectionCursor.NextStep;
import feewright.attempt.CollectionCursor.StopReason;
import feewright.ledger.JournalEntryId;
import feewright.payment.MoneyOut;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.rule.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Use case: writes down what is said of an attempt, whoever says it and in whatever order: an answer, a look-up, an event. A rule
 * has to permit the change; what none permits is kept and changes nothing. Only a confirmed success moves money (requirement A3).
 */
public record RecordAttemptUpdate(
        Transactions transactions,
        CollectionRecords records,
        MoneyOut money,
        DoublePaymentHandler secondSuccess,
        PaymentReturnHandler takenBack) {

    /** What is said, by whom, and when it happened. */
    public record Received(ProcessorResponse answer, AttemptEvent.Source source, Instant at) {}

    public UpdateOutcome record(FirmId firm, AttemptId id, Received said, Instant now) {
        return transactions.in(
                Actor.scheduler(firm),
                () -> records.attempts()
                        .find(firm, id)
                        .map(found -> recorded(found, said, now))
                        .orElse(UpdateOutcome.NOT_FOUND));
    }

    private UpdateOutcome recorded(PaymentAttempt found, Received said, Instant now) {
        FirmId firm = found.of().firm();
        CollectionCursor cursor =
                records.cursors().lock(firm, found.of().invoice()).orElseThrow();
        List<PaymentAttempt> attempts =
                new ArrayList<>(records.attempts().of(firm, List.of(found.of().invoice())));
        int place = attempts.stream().map(PaymentAttempt::id).toList().indexOf(found.id());
        PaymentAttempt attempt = attempts.get(place);
        AttemptUpdate report = said.answer().report();
        if (isKnown(attempt, said)) {
            if (cursor.next() instanceof NextStep.LookUp(Instant _, AttemptId id) && id.equals(attempt.id())) {
                Instant again = PollSchedule.next(attempt, said.answer(), now);
                records.cursors().move(firm, List.of(cursor.then(new NextStep.LookUp(again, id))));
            }
            return UpdateOutcome.KNOWN;
        }
        AttemptUpdatePosting moved =
                new AttemptUpdatePosting(money, new AttemptStarter(money.books(), records.attempts()));
        Decision decision = moved.judge(attempt, report, said.source(), now);
        boolean applied = decision.outcome() == Decision.Outcome.PERMITTED
                && !AttemptUpdatePosting.isOfOtherCurrency(attempt, report);
        if (!applied && attempt.repeats(report)) {
            return UpdateOutcome.KNOWN;
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
        records.attempts().tell(attempt, event);
        moved.level(decision, attempt, event);
        if (!applied) {
            stop(cursor, attempt, event);
            return UpdateOutcome.UNAPPLIED;
        }
        attempts.set(place, attempt.with(event));
        JournalEntryId entry = event.effect().entry();
        if (entry != null && report instanceof AttemptUpdate.Succeeded && isSecond(attempts, place)) {
            secondSuccess.happened(attempts.get(place), entry, now);
        } else if (entry != null && report instanceof AttemptUpdate.Failed) {
            takenBack.happened(attempt, decision);
        }
        AttemptState state = attempts.get(place).state();
        if (state == AttemptState.FAILED || state == AttemptState.CANCELLED) {
            // Credit that arrived meanwhile was kept from the invoice by this attempt.
            money.books().creditArrived(firm, attempt.of().client());
        }
        next(attempts, place, said.answer(), now)
                .ifPresent(next -> records.cursors().move(firm, List.of(cursor.then(next))));
        return UpdateOutcome.APPLIED;
    }

    /** What came in and is in suspense waits for a person: it is neither looked for nor collected once more. */
    private void stop(CollectionCursor cursor, PaymentAttempt attempt, AttemptEvent event) {
        if (attempt.isLive() && !attempt.with(event).isLive()) {
            records.cursors().move(attempt.of().firm(), List.of(cursor.then(new NextStep.None(StopReason.REFUSED))));
        }
    }

    /**
     * Whether it was said by this very event, or says what is so already: another sum would be news. What was tried in vain is
     * worth a line as long as nobody has the payment for sure.
     */
    private static boolean isKnown(PaymentAttempt attempt, Received said) {
        AttemptEvent.Source source = said.source();
        boolean taken =
                source.id() != null && attempt.events().stream().anyMatch(event -> source.equals(event.source()));
        AttemptUpdate report = said.answer().report();
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
    private Optional<NextStep> next(List<PaymentAttempt> attempts, int place, ProcessorResponse answer, Instant now) {
        PaymentAttempt attempt = attempts.get(place);
        boolean otherLives = attempts.stream().anyMatch(other -> !other.id().equals(attempt.id()) && other.isLive());
        if (otherLives) {
            return Optional.empty();
        }
        return Optional.of(
                switch (attempt.state()) {
                    case INITIATED, UNKNOWN, PROCESSING, ACTION_REQUIRED ->
                        new NextStep.LookUp(PollSchedule.next(attempt, answer, now), attempt.id());
                    case SUCCEEDED ->
                        new NextStep.None(
                                attempt.asked().rest().isZero() ? StopReason.COLLECTED : StopReason.REMAINDER_LEFT);
                    case FAILED -> new PlanRetry(records, money.books()).plan(attempts.subList(0, place + 1), now);
                    case CANCELLED -> new NextStep.None(StopReason.NOT_RETRIED);
                });
    }
}
