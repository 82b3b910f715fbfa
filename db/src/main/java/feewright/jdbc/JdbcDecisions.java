package feewright.jdbc;

import feewright.firm.FirmId;
import feewright.rule.Decision;
import feewright.rule.DecisionId;
import feewright.rule.Decisions;
import feewright.rule.PackHash;
import feewright.rule.RecordedDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

final class JdbcDecisions implements Decisions {

    private final Statements statements;

    JdbcDecisions(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void record(Decision decision) {
        recordAll(List.of(decision));
    }

    @Override
    public void recordAll(List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        List<ConclusionRow> conclusions = new ArrayList<>();
        List<FiringRow> firings = new ArrayList<>();
        for (Decision decision : decisions) {
            conclusions.addAll(ConclusionRow.of(decision));
            firings.addAll(FiringRow.of(decision));
        }
        Parameters parameters = Parameters.of(decisions.getFirst().actor().firm())
                .rows(decisions)
                .uuid("decisions", decision -> decision.id().value())
                .text("sets", decision -> Codes.of(decision.set()))
                .text("actions", decision -> decision.question().action())
                .text("subjects", decision -> decision.question().subject())
                .text("outcomes", decision -> Codes.of(decision.outcome()))
                .text("packs", decision -> decision.verdict().pack().hex())
                .uuid("actors", decision -> decision.actor().person().value())
                .lists("roles", decision -> Codes.of(decision.actor().roles()))
                .instant("instants", Decision::at)
                .parameters();
        parameters
                .rows(conclusions)
                .uuid("conclusion_decisions", ConclusionRow::decision)
                .integer("conclusion_nos", ConclusionRow::number)
                .text("conclusion_kinds", ConclusionRow::kind)
                .text("conclusion_codes", ConclusionRow::code)
                .text("conclusion_subjects", ConclusionRow::subject);
        parameters
                .rows(firings)
                .uuid("firing_decisions", FiringRow::decision)
                .integer("firing_nos", FiringRow::number)
                .text("firing_rules", FiringRow::rule)
                .text("firing_codes", FiringRow::code)
                .lists("firing_facts", FiringRow::facts);
        statements.changes("""
            insert into decision (
                firm_id, decision_id, rule_set, action, subject, outcome, pack_hash, actor_id, actor_roles, decided_at)
            select
                :firm, decision_id, rule_set, action, subject, outcome, pack_hash, actor_id,
                string_to_array(actor_roles, e'\\n'), decided_at
            from unnest(
                :decisions::uuid[], :sets::text[], :actions::text[], :subjects::text[], :outcomes::text[],
                :packs::text[], :actors::uuid[], :roles::text[], :instants::timestamptz[])
                as t (decision_id, rule_set, action, subject, outcome, pack_hash, actor_id, actor_roles, decided_at);

            insert into decision_conclusion (firm_id, decision_id, conclusion_no, kind, code, subject)
            select :firm, decision_id, conclusion_no, kind, code, subject
            from unnest(
                :conclusion_decisions::uuid[], :conclusion_nos::int4[], :conclusion_kinds::text[],
                :conclusion_codes::text[], :conclusion_subjects::text[])
                as t (decision_id, conclusion_no, kind, code, subject);

            insert into decision_firing (firm_id, decision_id, firing_no, rule, code, facts)
            select :firm, decision_id, firing_no, rule, code, string_to_array(facts, e'\\n')
            from unnest(
                :firing_decisions::uuid[], :firing_nos::int4[], :firing_rules::text[], :firing_codes::text[],
                :firing_facts::text[])
                as t (decision_id, firing_no, rule, code, facts)
            """, parameters);
    }

    @Override
    public Optional<RecordedDecision> find(FirmId firm, DecisionId decision) {
        return new RecordedDecisions(statements, firm)
                .of(List.of(decision.value())).stream().findFirst();
    }

    @Override
    public List<RecordedDecision> page(FirmId firm, DecisionFilter filter, int limit) {
        List<UUID> page = statements.rows(
                """
                select d.decision_id
                from decision d
                where d.firm_id = :firm
                    and d.decision_id < :before
                    and (:subject::text is null or d.subject = :subject)
                    and (:outcome::text is null or d.outcome = :outcome)
                    and (:pack::text is null or d.pack_hash = :pack)
                    and (:from::timestamptz is null or d.decided_at >= :from)
                    and (:until::timestamptz is null or d.decided_at < :until)
                    and (:fact::text is null or d.decision_id in (
                        select f.decision_id
                        from decision_firing f
                        where f.firm_id = :firm and f.facts @> array[:fact::text]))
                    and (:rule::text is null
                        or exists (
                            select
                            from decision_firing f
                            where f.firm_id = :firm and f.decision_id = d.decision_id and f.code = :rule)
                        or exists (
                            select
                            from decision_conclusion c
                            where c.firm_id = :firm and c.decision_id = d.decision_id and c.code = :rule))
                order by d.decision_id desc
                limit :limit
                """,
                Parameters.of(firm)
                        .uuid("before", Pages.before(filter.before()))
                        .text("subject", filter.subject())
                        .text("fact", filter.fact())
                        .text("rule", filter.rule())
                        .text("outcome", outcome(filter.outcome()))
                        .text("pack", hex(filter.pack()))
                        .instant("from", filter.from())
                        .instant("until", filter.until())
                        .integer("limit", limit),
                row -> row.uuid("decision_id"));
        return new RecordedDecisions(statements, firm).of(page);
    }

    private static @Nullable String outcome(Decision.@Nullable Outcome outcome) {
        return outcome == null ? null : Codes.of(outcome);
    }

    private static @Nullable String hex(@Nullable PackHash pack) {
        return pack == null ? null : pack.hex();
    }
}
