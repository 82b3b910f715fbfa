package feewright.api;

import feewright.rule.Fact;
import feewright.rule.PackHash;
import feewright.rule.RuleSet;
import feewright.rule.Rulebook;
import feewright.rule.Verdict;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The rules in force, and what they were last asked of an invoice: the very facts. */
final class RememberedFacts implements Rulebook {

    private final Rulebook rules;
    Set<Fact> last = Set.of();

    RememberedFacts(Rulebook rules) {
        this.rules = rules;
    }

    @Override
    public Verdict judge(RuleSet set, Collection<? extends Fact> facts) {
        if (set == RuleSet.INVOICE) {
            last = new HashSet<>(facts);
        }
        return rules.judge(set, facts);
    }

    @Override
    public PackHash pack() {
        return rules.pack();
    }
}
