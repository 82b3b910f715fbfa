package feewright.drools;

import feewright.drools.Scenario.Expected;
import feewright.rule.Conclusion;
import feewright.rule.RuleSet;
import feewright.rule.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a pack does what its scenarios say. A scenario is compared in the core rules and the rule that it is about: rules of
 * other authors don't disturb it.
 */
final class ScenarioChecks {

    private final LoadedPack pack;
    private final Set<String> coreCodes = new HashSet<>();
    private final List<PackFault> faults = new ArrayList<>();

    private ScenarioChecks(LoadedPack pack) {
        this.pack = pack;
        Arrays.stream(RuleSet.values())
                .flatMap(set -> CoreCatalogue.names(set).stream())
                .forEach(name -> coreCodes.add(name.split(" ", 2)[0]));
    }

    static List<PackFault> faults(LoadedPack pack, List<CheckedRule> rules, List<Scenario> scenarios) {
        ScenarioChecks checks = new ScenarioChecks(pack);
        for (CheckedRule rule : rules) {
            List<Scenario> own = scenarios.stream()
                    .filter(scenario -> isBeside(scenario.file(), rule.file()))
                    .toList();
            checks.coverage(rule, own);
            own.forEach(scenario -> checks.run(rule, scenario));
        }
        scenarios.stream()
                .map(Scenario::file)
                .distinct()
                .filter(file -> rules.stream().noneMatch(rule -> isBeside(file, rule.file())))
                .forEach(file -> checks.faults.add(file.fault(
                        1,
                        "no-rule",
                        "name the file after the rule that it tries: there is no " + file.stem() + ".drl")));
        return List.copyOf(checks.faults);
    }

    private static boolean isBeside(PackFile scenarios, PackFile rule) {
        return scenarios.origin() == rule.origin()
                && scenarios.set() == rule.set()
                && scenarios.stem().equals(rule.stem());
    }

    /** A rule without a scenario in which it decides, and one in which it stays out of it, is not tried. */
    private void coverage(CheckedRule rule, List<Scenario> own) {
        String code = rule.code();
        boolean veto = rule.concludes(Conclusion.Violation.class);
        if (own.stream().noneMatch(scenario -> scenario.expected().isDecidedBy(code))) {
            faults.add(rule.fault(
                    "scenario-missing",
                    veto
                            ? "add a scenario to %s.yaml that only %s refuses"
                                    .formatted(rule.file().stem(), code)
                            : "add a scenario to %s.yaml that passes by %s"
                                    .formatted(rule.file().stem(), code)));
        }
        if (own.stream().noneMatch(scenario -> isWithout(scenario.expected(), code, veto))) {
            faults.add(rule.fault(
                    "scenario-missing",
                    veto
                            ? "add a scenario to %s.yaml that passes"
                                    .formatted(rule.file().stem())
                            : "add a scenario to %s.yaml in which %s does not fire"
                                    .formatted(rule.file().stem(), code)));
        }
    }

    private static boolean isWithout(Expected expected, String code, boolean veto) {
        return veto ? expected.violations().isEmpty() : !expected.mentions(code);
    }

    private void run(CheckedRule rule, Scenario scenario) {
        Set<String> codes = new HashSet<>(coreCodes);
        codes.add(rule.code());
        codes.add(Verdict.UNJUDGED);
        Verdict verdict = pack.judge(rule.set(), scenario.given());
        Expected actual = Expected.of(verdict, codes);
        if (!actual.equals(scenario.expected())) {
            faults.add(scenario.fault(
                    "scenario-red",
                    "correct the rule or the scenario: expected " + scenario.expected() + "; was " + actual));
        } else if (!pack.judge(rule.set(), scenario.reversed()).equals(verdict)) {
            faults.add(
                    scenario.fault("order-matters", "correct the rule: the verdict depends on the order of the facts"));
        }
    }
}
