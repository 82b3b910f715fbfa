package feewright.drools;

import feewright.rule.Conclusion.Permit;
import feewright.rule.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold between the rules of a pack: the catalogue is complete, codes are unique and taken from the right family. */
final class PackChecks {

    private PackChecks() {}

    static List<PackFault> faults(List<CheckedRule> rules) {
        List<PackFault> faults = new ArrayList<>();
        Map<String, CheckedRule> byCode = new HashMap<>();
        for (CheckedRule rule : rules) {
            CheckedRule first = byCode.putIfAbsent(rule.code(), rule);
            if (first != null) {
                faults.add(rule.fault(
                        "code-taken",
                        "take another code: " + rule.code() + " is that of "
                                + first.file().path()));
            }
            if (!rule.file().stem().equals(CoreCatalogue.stem(rule.name()))) {
                faults.add(rule.fault(
                        "file-name", "name the file after its rule: " + CoreCatalogue.stem(rule.name()) + ".drl"));
            }
            if (rule.file().origin() == RuleLayer.AUTHOR && isReserved(rule)) {
                faults.add(rule.fault(
                        "code-reserved",
                        "take a code of your own: those that begin with " + String.join(", ", CoreCatalogue.RESERVED)
                                + " are of the core pack, which cannot be changed or replaced"));
            }
            if (rule.file().origin() == RuleLayer.AUTHOR && rule.concludes(Permit.class)) {
                faults.add(rule.fault(
                        "permit-reserved",
                        "conclude a Violation or a Justification: who may act is for the core pack to permit"));
            }
        }
        faults.addAll(catalogue(rules));
        return faults;
    }

    private static boolean isReserved(CheckedRule rule) {
        return CoreCatalogue.RESERVED.stream().anyMatch(rule.code()::startsWith);
    }

    /** Core rules that are missing, under another name, or in another rule set; and rules that pretend to be core. */
    private static List<PackFault> catalogue(List<CheckedRule> rules) {
        List<PackFault> faults = new ArrayList<>();
        for (RuleSet set : RuleSet.values()) {
            Set<String> found = new HashSet<>();
            rules.stream()
                    .filter(rule -> rule.set() == set && rule.file().origin() == RuleLayer.CORE)
                    .forEach(rule -> found.add(rule.name()));
            for (String name : CoreCatalogue.names(set)) {
                if (!found.remove(name)) {
                    String path = set.folder() + "/" + CoreCatalogue.stem(name) + ".drl";
                    faults.add(new PackFault(path, 1, "core-rule-missing", "put the core rule back: " + name));
                }
            }
            found.forEach(name -> faults.add(new PackFault(
                    set.folder() + "/" + CoreCatalogue.stem(name) + ".drl",
                    1,
                    "not-in-catalogue",
                    "add it to the catalogue of core rules: " + name)));
        }
        return faults;
    }

    /** Rules that conclude the same of the same: probably one of them was meant to replace the other. */
    static List<PackFault> overlaps(List<CheckedRule> rules) {
        List<PackFault> overlaps = new ArrayList<>();
        Map<String, CheckedRule> byShape = new HashMap<>();
        for (CheckedRule rule : rules) {
            String shape = rule.set() + " " + rule.conclusions() + " " + Conditions.shape(rule.conditions());
            CheckedRule first = byShape.putIfAbsent(shape, rule);
            if (first != null) {
                overlaps.add(rule.fault(
                        "overlap", "drop it or sharpen it: it fires exactly when " + first.code() + " does"));
            }
        }
        return overlaps;
    }
}
