package feewright.attempt;

import feewright.attempt.CollectionCursor.NextStep;
import feewright.attempt.CollectionCursor.StopReason;
import feewright.attempt.PaymentAttempt.Cause;
import feewright.credit.PayWithCredit;
import feewright.invoice.InvoiceId;
import feewright.ledger.InvoiceAccount;
import feewright.payment.Autopay;
import feewright.payment.PaymentMethod;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.rule.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Use case: takes what is due of a firm's outbox, pays it with credit where the terms say so, commits the attempts that the rules let
 * pass at the rest, and hands out what processors have to be asked for. What is handed out falls due again by itself, so that nothing is
 * lost with whoever took it.
 */
public record TakeDueCollections(
        Transactions transactions, CollectionRecords records, PayWithCredit payWithCredit, ProcessorLimits limits) {

    /** At most so many errands. Fewer are no sign that nothing else is due. */
    public List<ProcessorCall> take(FirmId firm, int limit, Instant now) {
        return transactions.in(Actor.scheduler(firm), () -> {
            List<CollectionCursor> due = records.cursors().lockDue(firm, now, limit);
            if (due.isEmpty()) {
                return List.of();
            }
            payWithCredit.holdAndPay(firm, attempted(due), now);
            DueCollections round =
                    DueCollections.of(new DueCollections.Moment(firm, now), due, records, payWithCredit.books());
            AttemptStarter attempting = new AttemptStarter(payWithCredit.books(), records.attempts());
            AttemptStarter.Results outcomes = AttemptStarter.Results.none();
            List<CollectionCursor> moved = new ArrayList<>();
            List<ProcessorCall> errands = new ArrayList<>();
            for (CollectionCursor cursor : due) {
                Step step = step(new Turn(round, attempting, outcomes), cursor);
                moved.add(cursor.then(step.next()));
                if (step.errand() != null) {
                    errands.add(step.errand());
                }
            }
            attempting.keep(firm, outcomes);
            records.cursors().move(firm, moved);
            return errands;
        });
    }

    private static List<InvoiceId> attempted(List<CollectionCursor> due) {
        return due.stream()
                .filter(cursor -> cursor.next() instanceof NextStep.Attempt)
                .map(CollectionCursor::invoice)
                .toList();
    }

    /** What a step works with, and what it adds to. */
    private record Turn(DueCollections round, AttemptStarter attempting, AttemptStarter.Results outcomes) {}

    /** What a cursor moves to, and what has to be asked, if anything. */
    private record Step(NextStep next, @Nullable ProcessorCall errand) {

        static Step nothing(StopReason why) {
            return new Step(new NextStep.None(why), null);
        }
    }

    private Step step(Turn turn, CollectionCursor cursor) {
        DueCollections round = turn.round();
        return switch (cursor.next()) {
            case NextStep.Attempt(Instant _, Cause cause) -> attempt(turn, cursor, cause);
            case NextStep.LookUp(Instant _, AttemptId id) ->
                round.attempts(cursor).stream()
                        .filter(attempt -> attempt.id().equals(id) && attempt.isLive())
                        .findFirst()
                        .map(live -> handedOut(round, live, records.errand(live, round.now())))
                        .orElseGet(() -> Step.nothing(StopReason.COLLECTED));
            case NextStep.None nothing -> new Step(nothing, null);
        };
    }

    private Step attempt(Turn turn, CollectionCursor cursor, Cause cause) {
        DueCollections round = turn.round();
        InvoiceAccount account = round.account(cursor);
        Autopay autopay = round.autopay(cursor);
        boolean on = autopay != null && autopay.on();
        if (!account.owed().isPositive()) {
            return notAttempted(turn, cursor, StopReason.NOTHING_OWED);
        }
        if (!on) {
            return notAttempted(turn, cursor, StopReason.AUTOPAY_SWITCHED_OFF);
        }
        Optional<PaymentMethod> method = records.methodOf(round.firm(), cursor.client(), autopay);
        if (method.isEmpty()) {
            return notAttempted(turn, cursor, StopReason.NO_METHOD);
        }
        String processor = method.get().reference().processor();
        if (!limits.knows(processor)) {
            return notAttempted(turn, cursor, StopReason.NO_PROCESSOR);
        }
        return switch (limits.collectable(processor, account.owed())) {
            case Collectable.None(StopReason why) -> notAttempted(turn, cursor, why);
            case Collectable.Amount(Money most) ->
                attempt(
                        turn,
                        new AttemptStarter.Subject(account, round.attempts(cursor), on, method.get(), cause, most));
        };
    }

    private Step attempt(Turn turn, AttemptStarter.Subject subject) {
        DueCollections round = turn.round();
        Decision decision = turn.attempting().judge(Actor.scheduler(round.firm()), subject, round.now());
        turn.outcomes().decisions().add(decision);
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return Step.nothing(StopReason.REFUSED);
        }
        PaymentAttempt begun = turn.attempting().begin(decision, subject, turn.outcomes());
        return handedOut(round, begun, Optional.of(records.errand(begun, subject.method(), round.now())));
    }

    private static Step handedOut(DueCollections round, PaymentAttempt attempt, Optional<ProcessorCall> errand) {
        return new Step(new NextStep.LookUp(round.now().plus(PollSchedule.LEASE), attempt.id()), errand.orElse(null));
    }

    /** Recorded plainly, with nobody called (requirement A2). */
    private Step notAttempted(Turn turn, CollectionCursor cursor, StopReason why) {
        DueCollections round = turn.round();
        AuditEvent.Target target = new AuditEvent.Target("invoice", cursor.invoice(), cursor.client());
        Money owed = round.account(cursor).owed();
        turn.outcomes()
                .audited()
                .add(new AuditEvent(
                        new AuditEventId(
                                payWithCredit.books().decisionMaker().ids().next()),
                        Actor.scheduler(round.firm()),
                        "collection_not_attempted",
                        target,
                        List.of(why.code()),
                        owed,
                        round.now()));
        return Step.nothing(why);
    }
}
