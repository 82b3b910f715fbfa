package feewright.attempt;

import feewright.attempt.CollectionCursor.NextStep;
import feewright.attempt.CollectionCursor.StopReason;
import feewright.attempt.PaymentAttempt.Cause;
import feewright.ledger.Bookkeeping;
import feewright.payment.PaymentMethod;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.rule.ActorFact;
import feewright.rule.Conclusion.Permit;
import feewright.rule.Conclusion.Violation;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.Fact;
import feewright.rule.RuleSet;
import feewright.rule.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decides when a failed collection is tried again (requirement A4). The rules are shown the failure and one fact for each day that
 * could be chosen; the first day that they permit and do not forbid is taken, unless something else is violated.
 */
record PlanRetry(CollectionRecords records, Bookkeeping books) {

    private static final Duration RECENT = Duration.ofDays(30);

    /** What comes next after the failure of the last of an invoice's attempts. */
    NextStep plan(List<PaymentAttempt> attempts, Instant now) {
        PaymentAttempt failed = attempts.getLast();
        Actor actor = Actor.scheduler(failed.of().firm());
        ZoneId zone = books.firms().find(actor.firm()).orElseThrow().zone();
        Instant first = attempts.stream()
                .filter(attempt -> attempt.state() == AttemptState.FAILED)
                .map(attempt -> attempt.latest().orElseThrow().at())
                .min(Instant::compareTo)
                .orElse(now);
        int since = Math.toIntExact(ChronoUnit.DAYS.between(
                first.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate()));
        Verdict verdict = books.decisionMaker().rulebook().judge(RuleSet.RETRY, facts(actor, attempts, since, now));
        OptionalInt days = earliest(verdict);
        books.decisionMaker()
                .record(
                        RuleSet.RETRY,
                        new Decision.Request(
                                "plan_retry", "invoice/" + failed.of().invoice()),
                        days.isPresent() ? Decision.Outcome.PERMITTED : Decision.Outcome.REFUSED,
                        new DecisionMaker.Basis(verdict, actor, now));
        if (days.isEmpty()) {
            return new NextStep.None(StopReason.NOT_RETRIED);
        }
        return new NextStep.Attempt(first.atZone(zone).plusDays(days.getAsInt()).toInstant(), Cause.RETRY);
    }

    /** The first day that is permitted. A violation of a day takes that day away; any other takes all. */
    private static OptionalInt earliest(Verdict verdict) {
        Set<String> permitted = verdict.permits().stream().map(Permit::subject).collect(Collectors.toSet());
        Set<String> violated =
                verdict.violations().stream().map(Violation::subject).collect(Collectors.toSet());
        List<String> days = IntStream.rangeClosed(1, RetryFact.LATEST)
                .mapToObj(day -> new RetryFact(day).ref())
                .toList();
        return days.containsAll(violated)
                ? IntStream.rangeClosed(1, RetryFact.LATEST)
                        .filter(day -> permitted.contains(days.get(day - 1)) && !violated.contains(days.get(day - 1)))
                        .findFirst()
                : OptionalInt.empty();
    }

    private List<Fact> facts(Actor actor, List<PaymentAttempt> attempts, int since, Instant now) {
        PaymentAttempt failed = attempts.getLast();
        FirmId firm = actor.firm();
        PaymentFailure failure = failed.failure().orElseThrow();
        List<Fact> facts = new ArrayList<>(List.of(
                ActorFact.of(actor),
                new PaymentFailureFact(
                        failed.id(),
                        failure.category(),
                        failure.hard(),
                        failure.advice(),
                        records.methods()
                                .ever(firm, failed.method())
                                .map(PaymentMethod::shown)
                                .map(PaymentMethod.Display::brand)
                                .orElse(null),
                        Math.toIntExact(attempts.stream()
                                .filter(attempt -> attempt.state() == AttemptState.FAILED)
                                .count()),
                        since,
                        records.attempts().countSince(firm, failed.method(), now.minus(RECENT)),
                        records.attempts().countSince(firm, failed.method(), now.minus(Duration.ofDays(1))))));
        IntStream.rangeClosed(since + 1, Math.max(since, RetryFact.LATEST))
                .mapToObj(RetryFact::new)
                .forEach(facts::add);
        return facts;
    }
}
