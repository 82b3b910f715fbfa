package feewright.rule;

import feewright.rule.Conclusion.Justification;
import feewright.rule.Conclusion.Permit;
import feewright.rule.Conclusion.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What a rule pack says of some facts. Conclusions and firings are in a stable order, whatever order the rules fired in. */
public record Verdict(PackHash pack, List<Conclusion> conclusions, List<Firing> firings) {

    /** The code of a rule set that could not judge: broken, over its limit, or thrown out of its course. It always refuses. */
    public static final String UNJUDGED = "RULES-00";

    public Verdict {
        conclusions = conclusions.stream()
                .distinct()
                .sorted(Comparator.comparing(Conclusion::code).thenComparing(Conclusion::subject))
                .toList();
        firings = firings.stream()
                .sorted(Comparator.comparing(Firing::rule).thenComparing(firing -> String.join(" ", firing.facts())))
                .toList();
    }

    /** The verdict of a rule set that could not judge. */
    public static Verdict unjudged(PackHash pack, RuleSet set) {
        return new Verdict(pack, List.of(new Violation(UNJUDGED, "rule_set/" + set.folder())), List.of());
    }

    public List<Violation> violations() {
        return only(Violation.class);
    }

    public List<Justification> justifications() {
        return only(Justification.class);
    }

    public List<Permit> permits() {
        return only(Permit.class);
    }

    /** Whether something is permitted and nothing is violated: the verdict on an act. */
    public boolean isPermitted() {
        return violations().isEmpty() && !permits().isEmpty();
    }

    /** Whether some rule justifies this subject. */
    public boolean justifies(String subject) {
        return justifications().stream()
                .anyMatch(justification -> justification.subject().equals(subject));
    }

    private <C extends Conclusion> List<C> only(Class<C> kind) {
        Function<Conclusion, C> cast = kind::cast;
        return conclusions.stream().filter(kind::isInstance).map(cast).toList();
    }
}
