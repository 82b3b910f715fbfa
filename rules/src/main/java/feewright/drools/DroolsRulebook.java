package feewright.drools;

import feewright.rule.Fact;
import feewright.rule.PackHash;
import feewright.rule.RuleSet;
import feewright.rule.Rulebook;
import feewright.rule.Verdict;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The rule pack in force, judged by Drools. One reference is swapped at a reload, so a verdict and its hash are of one pack. */
public final class DroolsRulebook implements Rulebook {

    private volatile LoadedPack inForce;

    private DroolsRulebook(LoadedPack first) {
        this.inForce = first;
    }

    /** Loads the core pack and the authors' rules beside it, if a directory is given. Fails on a pack that may not be in force. */
    public static DroolsRulebook open(@Nullable Path authors) {
        PackContent content = CorePack.read();
        RuleBases bases = RuleBases.compile(content.rules());
        if (!bases.faults().isEmpty()) {
            throw new IllegalStateException(bases.faults().toString());
        }
        return new DroolsRulebook(new LoadedPack(content.hash(), bases, LoadedPack.FiringLimit.USUAL));
    }

    @Override
    public Verdict judge(RuleSet set, Collection<? extends Fact> facts) {
        return inForce.judge(set, facts);
    }

    @Override
    public PackHash pack() {
        return inForce.hash();
    }
}
