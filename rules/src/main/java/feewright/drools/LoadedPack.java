package feewright.drools;

import feewright.rule.Fact;
import feewright.rule.PackHash;
import feewright.rule.RuleSet;
import feewright.rule.Rulebook;
import feewright.rule.Verdict;
import java.util.Collection;
import java.util.HashSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pack that may be in force: its name and its rule bases. Immutable, for any number of threads. */
record LoadedPack(PackHash hash, RuleBases bases, FiringLimit limit) implements Rulebook {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedPack.class);

    /** How many firings a judging may take: a constant, and so many for each fact. Beyond it, the rule set is out of control. */
    record FiringLimit(int base, int perFact) {

        static final FiringLimit USUAL = new FiringLimit(1_000, 50);

        int of(int facts) {
            return Math.addExact(base, Math.multiplyExact(perFact, facts));
        }
    }

    /**
     * The verdict of one rule set. The same fact twice is not judged: rules could not tell the two apart, and would not see that
     * something is charged twice.
     */
    @Override
    public Verdict judge(RuleSet set, Collection<? extends Fact> facts) {
        if (new HashSet<>(facts).size() != facts.size()) {
            return unjudged(set, "a fact is given twice");
        }
        try {
            RuleEvaluation.Result heard = RuleEvaluation.hear(bases.of(set), facts, limit.of(facts.size()));
            return heard.valid()
                    ? new Verdict(hash, heard.conclusions(), heard.firings())
                    : unjudged(set, "too many firings, or a conclusion under a foreign code");
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return unjudged(set, e.getClass().getName());
        }
    }

    @Override
    public PackHash pack() {
        return hash;
    }

    private Verdict unjudged(RuleSet set, String why) {
        LOG.error("rule set {} of pack {} could not judge: {}", set.folder(), hash, why);
        return Verdict.unjudged(hash, set);
    }
}
