package feewright.drools;

import feewright.dispute.DisputeStepFact;
import feewright.fixture.PermissiveRulebook;
import feewright.ledger.DisputeId;
import feewright.rule.Conclusion;
import feewright.rule.Fact;
import feewright.rule.PackHash;
import feewright.rule.RuleSet;
import feewright.rule.Rulebook;
import feewright.rule.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The core rules of disputes, in an office that permits everything else. What was asked before, of whichever dispute, is not asked
 * again: thousands of orders ask the same few questions.
 */
record DisputeRules(PermissiveRulebook others) implements Rulebook {

    private static final DisputeId ANY = new DisputeId(new UUID(0, 0));
    private static final Map<List<Fact>, Verdict> KNOWN = new ConcurrentHashMap<>();

    static DisputeRules inForce() {
        return new DisputeRules(new PermissiveRulebook());
    }

    @Override
    public Verdict judge(RuleSet set, Collection<? extends Fact> facts) {
        if (set != RuleSet.DISPUTE) {
            return others.judge(set, facts);
        }
        List<Fact> asked = facts.stream()
                .<Fact>map(fact -> fact instanceof DisputeStepFact step ? of(ANY, step) : fact)
                .toList();
        if (asked.equals(List.copyOf(facts))) {
            return Packs.CORE.pack().judge(set, facts);
        }
        Verdict known = KNOWN.computeIfAbsent(asked, key -> Packs.CORE.pack().judge(set, key));
        String ref = facts.stream()
                .filter(DisputeStepFact.class::isInstance)
                .findFirst()
                .orElseThrow()
                .ref();
        return new Verdict(
                known.pack(),
                known.conclusions().stream()
                        .map(conclusion -> about(conclusion, ref))
                        .toList(),
                known.firings());
    }

    private static Conclusion about(Conclusion conclusion, String ref) {
        return switch (conclusion) {
            case Conclusion.Justification justified -> new Conclusion.Justification(justified.code(), ref);
            case Conclusion.Violation violated -> new Conclusion.Violation(violated.code(), ref);
            case Conclusion.Permit permitted -> new Conclusion.Permit(permitted.code(), ref);
        };
    }

    private static DisputeStepFact of(DisputeId dispute, DisputeStepFact step) {
        return new DisputeStepFact(
                dispute,
                step.was(),
                step.kind(),
                step.becomes(),
                step.repeats(),
                step.withdrawnMinor(),
                step.contestedMinor(),
                step.freeMinor(),
                step.oneCurrency());
    }

    @Override
    public PackHash pack() {
        return others.pack();
    }
}
