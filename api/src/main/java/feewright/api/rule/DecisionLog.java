package feewright.api.rule;

import feewright.api.report.Cells;
import feewright.platform.Actor;
import feewright.platform.Transactions;
import feewright.rule.Decisions;
import feewright.rule.Decisions.DecisionFilter;
import feewright.rule.RecordedDecision;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All of the firing log that a filter lets through, newest first, as rows of a table: one for each conclusion of a rule, and one for
 * each rule that fired. It is read page by page while it is written, each page in a transaction of its own, so that any length of
 * it fits into memory.
 */
record DecisionLog(Transactions transactions, Decisions decisions, Actor actor, DecisionFilter filter) {

    private static final int AT_ONCE = 200;

    /** {@code about} is the ref of what was concluded about, or the refs of the facts that the rule fired on. */
    static final List<String> HEADER = List.of(
            "decision_id",
            "decided_at",
            "rule_set",
            "action",
            "subject",
            "outcome",
            "pack",
            "actor_id",
            "actor_roles",
            "kind",
            "code",
            "rule",
            "about");

    /** What a rule did: the sentence is null where the row of its firing has it. */
    private record Row(String kind, String code, @Nullable String rule, String about) {}

    Stream<List<@Nullable Object>> rows() {
        return Stream.iterate(
                        page(filter),
                        page -> !page.isEmpty(),
                        page -> page(filter.before(page.getLast().id().value())))
                .flatMap(List::stream)
                .map(DecisionView::of)
                .flatMap(decision -> said(decision).map(said -> row(decision, said)));
    }

    private List<RecordedDecision> page(DecisionFilter from) {
        return transactions.reading(actor, () -> decisions.page(actor.firm(), from, AT_ONCE));
    }

    private static Stream<Row> said(DecisionView decision) {
        return Stream.of(
                        decision.violations().stream()
                                .map(one -> new Row("violation", one.code(), one.rule(), one.subject())),
                        decision.justifications().stream()
                                .map(one -> new Row("justification", one.code(), null, one.subject())),
                        decision.permits().stream().map(one -> new Row("permit", one.code(), null, one.subject())),
                        decision.firings().stream()
                                .map(one -> new Row("firing", one.code(), one.rule(), String.join(" ", one.facts()))))
                .flatMap(all -> all);
    }

    private static List<@Nullable Object> row(DecisionView decision, Row said) {
        return Cells.row(
                decision.id(),
                decision.at(),
                decision.ruleSet(),
                decision.action(),
                decision.subject(),
                decision.outcome(),
                decision.rulePack(),
                decision.actorId(),
                String.join(" ", decision.actorRoles()),
                said.kind(),
                said.code(),
                said.rule(),
                said.about());
    }
}
