package feewright.drools;

import feewright.rule.PackHash;
import feewright.rule.RuleSet;
import java.util.List;

/** A rule pack for people: its name, its rules in the order of rule sets and files, how many scenarios it passed, and warnings. */
public record PackDescription(PackHash hash, List<DescribedRule> rules, int scenarios, List<PackFault> warnings) {

    public PackDescription {
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    /** One rule: its code, its full name, and its file relative to the directory of rules. */
    public record DescribedRule(RuleSet set, String code, String name, String file, RuleLayer origin) {}

    /** The rules of one rule set. */
    public List<DescribedRule> of(RuleSet set) {
        return rules.stream().filter(rule -> rule.set() == set).toList();
    }

    /** How many rules come from there. */
    public long count(RuleLayer origin) {
        return rules.stream().filter(rule -> rule.origin() == origin).count();
    }
}
