package feewright.api.whatif;

import feewright.api.json.MoneyJson;
import feewright.api.rule.Rulings;
import feewright.invoice.Assessment;
import feewright.rule.Firing;
import feewright.rule.Verdict;
import feewright.whatif.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the packs differ in. A total is absent where its pack refuses. Lines are those that other rules justify; rules are those that fire
 * by one pack only, or on other facts, with how often each pack fires them.
 */
record WhatIfDifferenceView(
        @Nullable MoneyJson totalInForce,
        @Nullable MoneyJson totalUnderCandidate,
        List<LineChangeView> lines,
        List<ViolationChangeView> violationsAdded,
        List<ViolationChangeView> violationsRemoved,
        List<RuleChangeView> rules) {

    /** A line, with the codes of the rules that justify it by each pack. */
    record LineChangeView(
            int number, String category, MoneyJson amount, List<String> inForce, List<String> underCandidate) {}

    /** Violations of one rule: how many, and the first twenty of what they are of. */
    record ViolationChangeView(String code, String rule, long count, List<String> subjects) {}

    record RuleChangeView(String code, String rule, long firedInForce, long firedUnderCandidate) {}

    static WhatIfDifferenceView of(Comparison comparison) {
        return new WhatIfDifferenceView(
                total(comparison.inForce()),
                total(comparison.candidate()),
                comparison.lines().stream()
                        .map(change -> new LineChangeView(
                                change.line().number(),
                                change.line().frozen().category().code(),
                                MoneyJson.of(change.line().amount()),
                                change.inForce(),
                                change.candidate()))
                        .toList(),
                views(comparison.added(), comparison.candidate().verdict()),
                views(comparison.removed(), comparison.inForce().verdict()),
                comparison.rules().stream().map(WhatIfDifferenceView::view).toList());
    }

    private static RuleChangeView view(Comparison.RuleChange change) {
        String code = new Firing(change.rule(), List.of()).code();
        return new RuleChangeView(code, change.rule(), change.inForce(), change.candidate());
    }

    private static @Nullable MoneyJson total(Assessment assessment) {
        return assessment.isIssuable()
                ? MoneyJson.of(assessment.proposed().totals().total())
                : null;
    }

    private static List<ViolationChangeView> views(List<Comparison.ViolationChange> violations, Verdict verdict) {
        return violations.stream()
                .map(change -> new ViolationChangeView(
                        change.code(), Rulings.sentence(verdict, change.code()), change.count(), change.subjects()))
                .toList();
    }
}
