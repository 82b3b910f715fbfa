package feewright.drools;

import feewright.drools.LoadedPack.FiringLimit;
import feewright.drools.PackDescription.DescribedRule;
import feewright.rule.PackHash;
import java.util.ArrayList;
import java.util.List;

/**
 * From files to a pack that may be in force, or to what is wrong with them. What is read and found sound is compiled, what is
 * compiled is tried on its scenarios, and nothing that fails any of it goes further.
 */
final class PackLoader {

    private PackLoader() {}

    /** What came of it. */
    sealed interface Loading {

        /** May be in force. The warnings keep nothing from it. */
        record Sound(LoadedPack pack, PackDescription description) implements Loading {}

        record Faulty(List<PackFault> faults) implements Loading {}
    }

    /** {@code before} is what may be taken over where no file of a rule set changed. */
    static Loading load(PackFiles content, RuleBases before) {
        List<PackFault> faults = new ArrayList<>();
        List<CheckedRule> rules = new ArrayList<>();
        for (PackFile file : content.rules()) {
            DrlReader.Read read = DrlReader.read(file);
            faults.addAll(read.faults());
            read.rule().ifPresent(rules::add);
        }
        faults.addAll(PackChecks.faults(rules));
        ScenarioReader.Read scenarios = ScenarioReader.read(content);
        faults.addAll(scenarios.faults());
        if (!faults.isEmpty()) {
            return new Loading.Faulty(List.copyOf(faults));
        }
        RuleBases bases =
                RuleBases.compile(rules.stream().map(CheckedRule::compiled).toList(), before);
        return bases.faults().isEmpty()
                ? tried(new LoadedPack(content.hash(), bases, FiringLimit.USUAL), rules, scenarios.scenarios())
                : new Loading.Faulty(bases.faults());
    }

    private static Loading tried(LoadedPack pack, List<CheckedRule> rules, List<Scenario> scenarios) {
        List<PackFault> faults = new ArrayList<>(pack.bases().missing(rules));
        faults.addAll(ScenarioChecks.faults(pack, rules, scenarios));
        return faults.isEmpty()
                ? new Loading.Sound(pack, describe(pack.hash(), rules, scenarios.size()))
                : new Loading.Faulty(List.copyOf(faults));
    }

    private static PackDescription describe(PackHash hash, List<CheckedRule> rules, int scenarios) {
        return new PackDescription(
                hash,
                rules.stream()
                        .map(rule -> new DescribedRule(
                                rule.set(),
                                rule.code(),
                                rule.name(),
                                rule.file().path(),
                                rule.file().origin()))
                        .toList(),
                scenarios,
                PackChecks.overlaps(rules));
    }
}
