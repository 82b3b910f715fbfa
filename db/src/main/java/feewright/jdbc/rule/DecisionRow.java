package feewright.jdbc.rule;

import feewright.jdbc.sql.Codes;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.platform.PersonId;
import feewright.rule.Conclusion;
import feewright.rule.Decision;
import feewright.rule.DecisionId;
import feewright.rule.Firing;
import feewright.rule.PackHash;
import feewright.rule.RecordedDecision;
import feewright.rule.RuleSet;
import feewright.rule.Verdict;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A row of decision: the verdict as parallel arrays. Refs hold no spaces, so those of one firing are kept in one element. */
final class DecisionRow {

    private DecisionRow() {}

    static Parameters put(Parameters parameters, List<Decision> decisions) {
        return parameters
                .rows(decisions)
                .uuid("decisions", decision -> decision.id().value())
                .text("sets", decision -> decision.set().code())
                .text("actions", decision -> decision.question().action())
                .text("subjects", decision -> decision.question().subject())
                .text("outcomes", decision -> decision.outcome().code())
                .text("packs", decision -> decision.verdict().pack().hex())
                .uuid("actors", decision -> decision.actor().person().value())
                .lists("roles", decision -> Codes.of(decision.actor().roles()))
                .instant("instants", Decision::at)
                .lists(
                        "kinds",
                        decision -> conclusions(decision).map(DecisionRow::kind).toList())
                .lists(
                        "codes",
                        decision -> conclusions(decision).map(Conclusion::code).toList())
                .lists(
                        "about",
                        decision ->
                                conclusions(decision).map(DecisionRow::subject).toList())
                .lists("rules", decision -> firings(decision).map(Firing::rule).toList())
                .lists(
                        "rule_codes",
                        decision -> firings(decision).map(Firing::code).toList())
                .lists(
                        "matched",
                        decision -> firings(decision).map(DecisionRow::facts).toList())
                .lists(
                        "facts",
                        decision -> firings(decision)
                                .flatMap(firing -> firing.facts().stream())
                                .distinct()
                                .toList())
                .parameters();
    }

    static RecordedDecision read(Row row) throws SQLException {
        return new RecordedDecision(
                new DecisionId(row.uuid("decision_id")),
                row.constant(RuleSet.class, "rule_set"),
                new Decision.Request(row.text("action"), row.text("subject")),
                row.constant(Decision.Outcome.class, "outcome"),
                new Verdict(new PackHash(row.text("pack_hash")), conclusions(row), firings(row)),
                new PersonId(row.uuid("actor_id")),
                row.texts("actor_roles"),
                row.instant("decided_at"));
    }

    private static Stream<Conclusion> conclusions(Decision decision) {
        return decision.verdict().conclusions().stream();
    }

    private static Stream<Firing> firings(Decision decision) {
        return decision.verdict().firings().stream();
    }

    private static List<Conclusion> conclusions(Row row) throws SQLException {
        List<String> kinds = row.texts("conclusion_kinds");
        List<String> codes = row.texts("conclusion_codes");
        List<String> subjects = row.texts("conclusion_subjects");
        List<Conclusion> conclusions = new ArrayList<>();
        for (int place = 0; place < kinds.size(); place++) {
            conclusions.add(conclusion(kinds.get(place), codes.get(place), subjects.get(place)));
        }
        return conclusions;
    }

    private static Conclusion conclusion(String kind, String code, String subject) {
        return switch (kind) {
            case "justification" -> new Conclusion.Justification(code, subject);
            case "violation" -> new Conclusion.Violation(code, subject);
            case "permit" -> new Conclusion.Permit(code, subject);
            default -> throw new IllegalStateException("a kind that the table refuses");
        };
    }

    private static List<Firing> firings(Row row) throws SQLException {
        List<String> rules = row.texts("firing_rules");
        List<String> facts = row.texts("firing_facts");
        List<Firing> firings = new ArrayList<>();
        for (int place = 0; place < rules.size(); place++) {
            String refs = facts.get(place).strip();
            firings.add(new Firing(rules.get(place), refs.isEmpty() ? List.of() : List.of(refs.split(" "))));
        }
        return firings;
    }

    private static String kind(Conclusion conclusion) {
        return switch (conclusion) {
            case Conclusion.Justification _ -> "justification";
            case Conclusion.Violation _ -> "violation";
            case Conclusion.Permit _ -> "permit";
        };
    }

    /** What a rule names may be any text; in a list, a line feed would end it. */
    private static String subject(Conclusion conclusion) {
        return conclusion.subject().replace('\n', ' ');
    }

    /** Begins with a space, so that a firing without facts is an element, too. */
    private static String facts(Firing firing) {
        return " " + String.join(" ", firing.facts());
    }
}
