package feewright.rule;

import feewright.rule.Conclusion.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the engine refuses by itself, because of where things stand and not because of a rule. Each has a code that never changes
 * its meaning; no rule can take it.
 */
public enum Refusal {
    PREVIEW_OUTDATED(RuleSet.INVOICE, "ENGINE-01", "only what was previewed is issued"),
    NOTHING_DUE(RuleSet.INVOICE, "ENGINE-02", "an invoice needs something that is due"),
    NOT_YET(RuleSet.INVOICE, "ENGINE-03", "a day that has not come is only previewed"),
    NOT_SIGNED(RuleSet.INVOICE, "ENGINE-04", "nothing is billed before the engagement is signed"),
    ALREADY_SIGNED(RuleSet.ENGAGEMENT, "ENGINE-05", "an engagement is signed once"),
    VERSION_OUTDATED(RuleSet.TIME, "ENGINE-06", "only the current version of time is reviewed"),
    NO_SUCH_STEP(RuleSet.TIME, "ENGINE-07", "the state of the time has such a step"),
    LOST_RACE(RuleSet.INVOICE, "ENGINE-08", "what is billed is not changed by somebody else meanwhile"),
    CREDIT_NOT_WAITING(RuleSet.CREDIT, "ENGINE-09", "credit is reviewed once, and only where somebody has to agree");

    private final RuleSet set;
    private final String code;
    private final String sentence;

    Refusal(RuleSet set, String code, String sentence) {
        this.set = set;
        this.code = code;
        this.sentence = sentence;
    }

    /** The rule set that judges this kind of question, where the engine does not refuse it. */
    public RuleSet set() {
        return set;
    }

    public String code() {
        return code;
    }

    /** What has to hold, as the name of a rule would say it. */
    public String sentence() {
        return sentence;
    }

    /** The refusal with this code, if it is one of the engine's. */
    public static Optional<Refusal> of(String code) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.code.equals(code))
                .findFirst();
    }

    /** The verdict on {@code subject}: this violation alone, with no rule fired. */
    Verdict verdict(PackHash pack, String subject) {
        return new Verdict(pack, List.of(new Violation(code, subject)), List.of());
    }
}
