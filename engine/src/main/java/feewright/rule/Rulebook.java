package feewright.rule;

import java.util.Collection;

/**
 * Port: the rule pack in force. A verdict and the hash in it come from one and the same pack. It never throws for a rule's
 * fault: what cannot be judged is refused ({@link Verdict#UNJUDGED}).
 */
public interface Rulebook {

    Verdict judge(RuleSet set, Collection<? extends Fact> facts);

    /** The pack in force now. */
    PackHash pack();
}
