package feewright.drools;

import feewright.rule.RuleSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kie.api.KieBase;

/**
 * The compiled rule sets of a pack. Each is compiled by itself, so that a reload costs what changed: a rule set whose files are
 * the same ones as before is taken over as it is.
 */
record RuleBases(Map<RuleSet, CompiledSet> sets, List<PackFault> faults) {

    /** Nothing compiled yet. */
    static final RuleBases NONE = new RuleBases(Map.of(), List.of());

    KieBase of(RuleSet set) {
        return Objects.requireNonNull(sets.get(set)).base();
    }

    /** The rule bases of these rules, or what does not compile. A rule set without a rule has no base: nothing can be judged by it. */
    static RuleBases compile(List<PackFile> rules, RuleBases before) {
        Map<RuleSet, List<PackFile>> bySet = rules.stream()
                .collect(Collectors.groupingBy(PackFile::set, () -> new EnumMap<>(RuleSet.class), Collectors.toList()));
        Map<RuleSet, CompiledSet> sets = new EnumMap<>(RuleSet.class);
        List<PackFault> faults = new ArrayList<>();
        bySet.forEach((set, own) -> {
            CompiledSet known = before.sets.get(set);
            if (known != null && known.rules().equals(own)) {
                sets.put(set, known);
                return;
            }
            switch (CompiledSet.compile(set, own)) {
                case CompiledSet.Compiling.Done(CompiledSet compiled) -> sets.put(set, compiled);
                case CompiledSet.Compiling.Failed(List<PackFault> found) -> faults.addAll(found);
            }
        });
        return faults.isEmpty()
                ? new RuleBases(Collections.unmodifiableMap(sets), List.of())
                : new RuleBases(Map.of(), List.copyOf(faults));
    }

    /** Rules that were compiled and yet are not there: a rule set that loaded fewer than it should. */
    List<PackFault> missing(List<CheckedRule> rules) {
        return rules.stream()
                .filter(rule -> of(rule.set()).getRule(CompiledSet.packageOf(rule.set()), rule.name()) == null)
                .map(rule -> rule.fault("rule-lost", "report this: the rule was compiled, and is not in its rule set"))
                .toList();
    }
}
