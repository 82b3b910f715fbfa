package feewright.dispute;

import feewright.dispute.DisputeEvent.Kind;
import feewright.ledger.DisputeId;
import feewright.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What all events of all disputes of a payment come to, taken in the order in which they happened. Pure: the same events under the
 * same rules end the same, in whatever order they came. All of a payment together, as disputes share what was captured.
 */
final class DisputeFold {

    private final Money captured;
    private final Function<DisputeStepFact, Verdict> rules;
    private final Map<DisputeId, Progress> progress = new HashMap<>();
    private final Map<DisputeId, Money> first;

    private DisputeFold(Money captured, List<Dispute> disputes, Function<DisputeStepFact, Verdict> rules) {
        this.captured = captured;
        this.rules = rules;
        this.first = disputes.stream()
                .collect(Collectors.toMap(
                        Dispute::id,
                        dispute -> dispute.asHappened().getFirst().told().claimed()));
    }

    /** One event of a dispute in its turn, and what the rules say of it. */
    record Step(DisputeId dispute, DisputeEvent event, DisputeStepFact fact, Verdict verdict) {

        boolean applied() {
            return verdict.isPermitted();
        }
    }

    /** The steps in their order, and how each dispute stands after them. */
    record Folded(List<Step> steps, Map<DisputeId, DisputeSummary> amendments) {

        DisputeSummary course(DisputeId dispute) {
            return Objects.requireNonNull(amendments.get(dispute));
        }

        /** What is missing by events of a dispute that do not count. */
        Map<CurrencyUnit, Uncounted> uncounted(DisputeId dispute) {
            Map<DisputeEvent, Boolean> applied = steps.stream()
                    .filter(step -> step.dispute().equals(dispute))
                    .collect(Collectors.toMap(Step::event, Step::applied));
            return Uncounted.of(List.copyOf(applied.keySet()), event -> Boolean.TRUE.equals(applied.get(event)));
        }
    }

    /** Folds the disputes of a payment, each of which has an event. */
    static Folded fold(Money captured, List<Dispute> disputes, Function<DisputeStepFact, Verdict> rules) {
        DisputeFold fold = new DisputeFold(captured, disputes, rules);
        List<Step> steps = new ArrayList<>();
        disputes.stream()
                .flatMap(dispute -> dispute.events().stream().map(event -> Map.entry(dispute, event)))
                .sorted(Map.Entry.<Dispute, DisputeEvent>comparingByValue(DisputeEvent.AS_HAPPENED)
                        .thenComparing(Comparator.comparing(
                                one -> one.getKey().reference().name())))
                .forEach(one -> steps.add(fold.step(one.getKey().id(), one.getValue())));
        return new Folded(
                steps, disputes.stream().collect(Collectors.toMap(Dispute::id, dispute -> fold.course(dispute.id()))));
    }

    private Step step(DisputeId dispute, DisputeEvent event) {
        Progress was = progress.getOrDefault(dispute, Progress.NONE);
        Progress then = was.after(event.told());
        DisputeStepFact fact = fact(dispute, event.kind(), was, then);
        Verdict verdict = rules.apply(fact);
        if (verdict.isPermitted()) {
            progress.put(dispute, then);
        }
        return new Step(dispute, event, fact, verdict);
    }

    private DisputeStepFact fact(DisputeId dispute, Kind kind, Progress was, Progress then) {
        CurrencyUnit currency = captured.getCurrencyUnit();
        DisputeSummary course = then.course(captured);
        Money elsewhere = first.keySet().stream()
                .filter(other -> !other.equals(dispute))
                .map(other -> course(other).contested(captured))
                .reduce(Money.zero(currency), Money::plus);
        DisputeState becomes = Objects.requireNonNull(then.state());
        return new DisputeStepFact(
                dispute,
                was.state(),
                kind,
                becomes,
                was.state() == becomes,
                course.withdrawn().getAmountMinorLong(),
                course.contested(captured).getAmountMinorLong(),
                captured.minus(elsewhere).getAmountMinorLong(),
                then.isOfOneCurrency());
    }

    private DisputeSummary course(DisputeId dispute) {
        return progress.getOrDefault(dispute, Progress.NONE).course(Objects.requireNonNull(first.get(dispute)));
    }
}
