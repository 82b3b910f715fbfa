package feewright.attempt;

import feewright.attempt.CollectionCursor.Next;
import feewright.attempt.CollectionCursor.Why;
import feewright.attempt.PaymentAttempt.Cause;
import feewright.credit.PayByTerms;
import feewright.firm.Actor;
import feewright.firm.AuditEvent;
import feewright.firm.AuditEventId;
import feewright.firm.FirmId;
import feewright.firm.Transactions;
import feewright.invoice.InvoiceId;
import feewright.payment.Autopay;
import feewright.payment.PaymentMethod;
import feewright.receivable.InvoiceAccount;
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
public record TakeDue(
        Transactions transactions, CollectionRegisters registers, PayByTerms payByTerms, ProcessorLimits limits) {

    /** At most so many errands. Fewer are no sign that nothing else is due. */
    public List<Errand> take(FirmId firm, int limit, Instant now) {
        return transactions.in(Actor.scheduler(firm), () -> {
            List<CollectionCursor> due = registers.cursors().lockDue(firm, now, limit);
            if (due.isEmpty()) {
                return List.of();
            }
            payByTerms.holdAndPay(firm, attempted(due), now);
            DueRound round = DueRound.of(new DueRound.Moment(firm, now), due, registers, payByTerms.books());
            Attempting attempting = new Attempting(payByTerms.books(), registers.attempts());
            Attempting.Outcomes outcomes = Attempting.Outcomes.none();
            List<CollectionCursor> moved = new ArrayList<>();
            List<Errand> errands = new ArrayList<>();
            for (CollectionCursor cursor : due) {
                Step step = step(new Turn(round, attempting, outcomes), cursor);
                moved.add(cursor.then(step.next()));
                if (step.errand() != null) {
                    errands.add(step.errand());
                }
            }
            attempting.keep(firm, outcomes);
            registers.cursors().move(firm, moved);
            return errands;
        });
    }

    private static List<InvoiceId> attempted(List<CollectionCursor> due) {
        return due.stream()
                .filter(cursor -> cursor.next() instanceof Next.Attempt)
                .map(CollectionCursor::invoice)
                .toList();
    }

    /** What a step works with, and what it adds to. */
    private record Turn(DueRound round, Attempting attempting, Attempting.Outcomes outcomes) {}

    /** What a cursor moves to, and what has to be asked, if anything. */
    private record Step(Next next, @Nullable Errand errand) {

        static Step nothing(Why why) {
            return new Step(new Next.Nothing(why), null);
        }
    }

    private Step step(Turn turn, CollectionCursor cursor) {
        DueRound round = turn.round();
        return switch (cursor.next()) {
            case Next.Attempt(Instant _, Cause cause) -> attempt(turn, cursor, cause);
            case Next.Resolve(Instant _, AttemptId id) ->
                round.attempts(cursor).stream()
                        .filter(attempt -> attempt.id().equals(id) && attempt.isLive())
                        .findFirst()
                        .map(live -> handedOut(round, live, registers.errand(live, round.now())))
                        .orElseGet(() -> Step.nothing(Why.COLLECTED));
            case Next.Nothing nothing -> new Step(nothing, null);
        };
    }

    private Step attempt(Turn turn, CollectionCursor cursor, Cause cause) {
        DueRound round = turn.round();
        InvoiceAccount account = round.account(cursor);
        Autopay autopay = round.autopay(cursor);
        boolean on = autopay != null && autopay.on();
        if (!account.owed().isPositive()) {
            return notAttempted(turn, cursor, Why.NOTHING_OWED);
        }
        if (!on) {
            return notAttempted(turn, cursor, Why.SWITCHED_OFF);
        }
        Optional<PaymentMethod> method = registers.methodOf(round.firm(), cursor.client(), autopay);
        if (method.isEmpty()) {
            return notAttempted(turn, cursor, Why.NO_METHOD);
        }
        String processor = method.get().reference().processor();
        if (!limits.knows(processor)) {
            return notAttempted(turn, cursor, Why.NO_PROCESSOR);
        }
        return switch (limits.collectable(processor, account.owed())) {
            case Collectable.None(Why why) -> notAttempted(turn, cursor, why);
            case Collectable.Most(Money most) ->
                attempt(turn, new Attempting.Subject(account, round.attempts(cursor), on, method.get(), cause, most));
        };
    }

    private Step attempt(Turn turn, Attempting.Subject subject) {
        DueRound round = turn.round();
        Decision decision = turn.attempting().judge(Actor.scheduler(round.firm()), subject, round.now());
        turn.outcomes().decisions().add(decision);
        if (decision.outcome() == Decision.Outcome.REFUSED) {
            return Step.nothing(Why.REFUSED);
        }
        PaymentAttempt begun = turn.attempting().begin(decision, subject, turn.outcomes());
        return handedOut(round, begun, Optional.of(registers.errand(begun, subject.method(), round.now())));
    }

    private static Step handedOut(DueRound round, PaymentAttempt attempt, Optional<Errand> errand) {
        return new Step(new Next.Resolve(round.now().plus(Pace.LEASE), attempt.id()), errand.orElse(null));
    }

    /** Recorded plainly, with nobody called (requirement A2). */
    private Step notAttempted(Turn turn, CollectionCursor cursor, Why why) {
        DueRound round = turn.round();
        AuditEvent.Target target = new AuditEvent.Target("invoice", cursor.invoice(), cursor.client());
        Money owed = round.account(cursor).owed();
        turn.outcomes()
                .audited()
                .add(new AuditEvent(
                        new AuditEventId(payByTerms.books().judge().ids().next()),
                        Actor.scheduler(round.firm()),
                        "payment-not-attempted",
                        target,
                        List.of(why.code()),
                        owed,
                        round.now()));
        return Step.nothing(why);
    }
}
