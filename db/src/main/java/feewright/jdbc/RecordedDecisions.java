package feewright.jdbc;

import feewright.firm.FirmId;
import feewright.firm.PersonId;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads decisions with what their rules concluded and matched: three queries in one round trip. */
record RecordedDecisions(Statements statements, FirmId firm) {

    /** The decisions that exist, newest first. */
    List<RecordedDecision> of(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Conclusion>> conclusions = new HashMap<>();
        Map<UUID, List<Firing>> firings = new HashMap<>();
        List<RecordedDecision> decisions = new ArrayList<>();
        statements.results(
                """
                select decision_id, kind, code, subject
                from decision_conclusion
                where firm_id = :firm and decision_id = any(:ids)
                order by decision_id, conclusion_no;

                select decision_id, rule, facts
                from decision_firing
                where firm_id = :firm and decision_id = any(:ids)
                order by decision_id, firing_no;

                select
                    decision_id, rule_set, action, subject, outcome, pack_hash, actor_id, actor_roles, decided_at
                from decision
                where firm_id = :firm and decision_id = any(:ids)
                order by decision_id desc
                """,
                Parameters.of(firm).uuids("ids", ids),
                List.of(
                        row -> of(conclusions, row).add(ConclusionRow.read(row)),
                        row -> of(firings, row).add(new Firing(row.text("rule"), row.texts("facts"))),
                        row -> decisions.add(decision(row, conclusions, firings))));
        return decisions;
    }

    private static <T> List<T> of(Map<UUID, List<T>> byDecision, Row row) throws SQLException {
        return byDecision.computeIfAbsent(row.uuid("decision_id"), _ -> new ArrayList<>());
    }

    private static RecordedDecision decision(
            Row row, Map<UUID, List<Conclusion>> conclusions, Map<UUID, List<Firing>> firings) throws SQLException {
        UUID id = row.uuid("decision_id");
        return new RecordedDecision(
                new DecisionId(id),
                row.constant(RuleSet.class, "rule_set"),
                new Decision.Question(row.text("action"), row.text("subject")),
                row.constant(Decision.Outcome.class, "outcome"),
                new Verdict(
                        new PackHash(row.text("pack_hash")),
                        conclusions.getOrDefault(id, List.of()),
                        firings.getOrDefault(id, List.of())),
                new PersonId(row.uuid("actor_id")),
                row.texts("actor_roles"),
                row.instant("decided_at"));
    }
}
