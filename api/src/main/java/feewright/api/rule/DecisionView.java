package feewright.api.rule;

import feewright.api.problem.Problem;
import feewright.rule.Conclusion;
import feewright.rule.Firing;
import feewright.rule.RecordedDecision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A decision: what was asked, what the rules concluded, which of them fired on which facts. */
public record DecisionView(
        UUID id,
        String ruleSet,
        String action,
        String subject,
        String outcome,
        String rulePack,
        UUID actorId,
        List<String> actorRoles,
        Instant at,
        List<Problem.Violation> violations,
        List<ConclusionView> justifications,
        List<ConclusionView> permits,
        List<FiringView> firings) {

    /** A rule's conclusion, and about what. */
    public record ConclusionView(String code, String subject) {}

    /** A rule that fired, with the refs of the facts that it matched. */
    public record FiringView(String code, String rule, List<String> facts) {

        public static FiringView of(Firing firing) {
            return new FiringView(firing.code(), firing.rule(), firing.facts());
        }
    }

    /** The view of a kept decision. */
    public static DecisionView of(RecordedDecision decision) {
        return new DecisionView(
                decision.id().value(),
                decision.set().folder(),
                decision.question().action(),
                decision.question().subject(),
                decision.outcome().code(),
                decision.verdict().pack().hex(),
                decision.actor().value(),
                decision.roles(),
                decision.at(),
                Rulings.violations(decision.verdict()),
                views(decision.verdict().justifications()),
                views(decision.verdict().permits()),
                decision.verdict().firings().stream().map(FiringView::of).toList());
    }

    private static List<ConclusionView> views(List<? extends Conclusion> conclusions) {
        return conclusions.stream()
                .map(conclusion -> new ConclusionView(conclusion.code(), conclusion.subject()))
                .toList();
    }
}
