package feewright.api.rule;

import feewright.api.problem.Problem;
import feewright.api.problem.Problem.Violation;
import feewright.api.problem.ProblemCode;
import feewright.drools.PackFault;
import feewright.invoice.Assessment;
import feewright.rule.Decision;
import feewright.rule.Firing;
import feewright.rule.Refusal;
import feewright.rule.Verdict;
import java.util.List;

/** Verdicts in the words of their rules: a rule's name carries its sentence. */
public final class Rulings {

    private Rulings() {}

    /** The problem that a refusing decision is. */
    public static Problem problem(Decision refusal) {
        return Problem.of(ProblemCode.REFUSED_BY_RULES)
                .withViolations(violations(refusal.verdict()), refusal.id().toString());
    }

    public static List<Violation> violations(Verdict verdict) {
        return verdict.violations().stream()
                .map(violation ->
                        new Violation(violation.code(), sentence(verdict, violation.code()), violation.subject()))
                .toList();
    }

    /** What is wrong with a pack, with file, line and what to do. */
    public static List<Problem.Fault> errors(List<PackFault> faults) {
        return faults.stream()
                .map(fault -> new Problem.Fault(
                        fault.code(), null, fault.file() + ":" + fault.line() + ": " + fault.whatToDo()))
                .toList();
    }

    /** What the rule with this code says. A code that is no rule's is a refusal by default. */
    public static String sentence(Verdict verdict, String code) {
        return switch (code) {
            case Assessment.UNJUSTIFIED -> "a line stands only if a rule justifies it";
            case Verdict.UNJUDGED -> "what the rules cannot judge is refused";
            default ->
                verdict.firings().stream()
                        .filter(firing -> firing.code().equals(code))
                        .findFirst()
                        .map(Rulings::sentence)
                        .or(() -> Refusal.of(code).map(Refusal::sentence))
                        .orElse(code);
        };
    }

    private static String sentence(Firing firing) {
        String rule = firing.rule();
        return rule.length() > firing.code().length()
                ? rule.substring(firing.code().length() + 1)
                : rule;
    }
}
