package feewright.jdbc.rule;

import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.rule.Decision;
import feewright.rule.DecisionId;
import feewright.rule.Decisions;
import feewright.rule.PackHash;
import feewright.rule.RecordedDecision;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class JdbcDecisions implements Decisions {

    private final Statements statements;

    public JdbcDecisions(Statements statements) {
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
        statements.change(
                """
                insert into decision (
                    firm_id, decision_id, rule_set, action, subject, outcome, pack_hash, actor_id, actor_roles, decided_at,
                    conclusion_kinds, conclusion_codes, conclusion_subjects, firing_rules, firing_codes, firing_facts,
                    facts)
                select
                    :firm, decision_id, rule_set, action, subject, outcome, pack_hash, actor_id,
                    string_to_array(actor_roles, e'\\n'), decided_at, string_to_array(kinds, e'\\n'),
                    string_to_array(codes, e'\\n'), string_to_array(about, e'\\n'), string_to_array(rules, e'\\n'),
                    string_to_array(rule_codes, e'\\n'), string_to_array(matched, e'\\n'), string_to_array(facts, e'\\n')
                from unnest(
                    :decisions::uuid[], :sets::text[], :actions::text[], :subjects::text[], :outcomes::text[],
                    :packs::text[], :actors::uuid[], :roles::text[], :instants::timestamptz[], :kinds::text[],
                    :codes::text[], :about::text[], :rules::text[], :rule_codes::text[], :matched::text[],
                    :facts::text[])
                    as t (
                        decision_id, rule_set, action, subject, outcome, pack_hash, actor_id, actor_roles, decided_at,
                        kinds, codes, about, rules, rule_codes, matched, facts)
                """, DecisionRow.put(Parameters.of(decisions.getFirst().actor().firm()), decisions));
    }

    @Override
    public Optional<RecordedDecision> find(FirmId firm, DecisionId decision) {
        return statements.row("""
            select
                decision_id, rule_set, action, subject, outcome, pack_hash, actor_id, actor_roles, decided_at,
                conclusion_kinds, conclusion_codes, conclusion_subjects, firing_rules, firing_facts
            from decision
            where firm_id = :firm and decision_id = :decision
            """, Parameters.of(firm).uuid("decision", decision.value()), DecisionRow::read);
    }

    @Override
    public List<RecordedDecision> page(FirmId firm, DecisionFilter filter, int limit) {
        return statements.rows(
                """
                select
                    d.decision_id, rule_set, action, subject, outcome, pack_hash, actor_id, actor_roles, decided_at,
                    conclusion_kinds, conclusion_codes, conclusion_subjects, firing_rules, firing_facts
                from decision d
                where d.firm_id = :firm
                    and d.decision_id < :before
                    and (
                        :invoice::uuid is null
                        or d.decision_id = any (array(
                            select i.decision_id
                            from invoice i
                            where i.firm_id = :firm and i.invoice_id = :invoice
                            union
                            select s.decision_id
                            from decision s
                            where s.firm_id = :firm and s.subject = 'invoice/' || :invoice::text
                            union
                            select f.decision_id
                            from decision f
                            where f.firm_id = :firm and f.facts @> array['invoice/' || :invoice::text])))
                    and (:subject::text is null or d.subject = :subject)
                    and (:outcome::text is null or d.outcome = :outcome)
                    and (:pack::text is null or d.pack_hash = :pack)
                    and (:from::timestamptz is null or d.decided_at >= :from)
                    and (:until::timestamptz is null or d.decided_at < :until)
                    and (:fact::text is null or d.facts @> array[:fact::text])
                    and (:rule::text is null or :rule = any(d.firing_codes) or :rule = any(d.conclusion_codes))
                order by d.decision_id desc
                limit :limit
                """,
                Parameters.of(firm)
                        .uuid("before", Pages.before(filter.before()))
                        .uuid("invoice", filter.invoice())
                        .text("subject", filter.subject())
                        .text("fact", filter.fact())
                        .text("rule", filter.rule())
                        .text("outcome", outcome(filter.outcome()))
                        .text("pack", hex(filter.pack()))
                        .instant("from", filter.from())
                        .instant("until", filter.until())
                        .integer("limit", limit),
                DecisionRow::read);
    }

    private static @Nullable String outcome(Decision.@Nullable Outcome outcome) {
        return outcome == null ? null : outcome.code();
    }

    private static @Nullable String hex(@Nullable PackHash pack) {
        return pack == null ? null : pack.hex();
    }
}
