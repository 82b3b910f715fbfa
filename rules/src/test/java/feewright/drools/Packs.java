package feewright.drools;

import feewright.drools.PackLoader.Loading;
import feewright.rule.RuleSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Packs and pack files for tests, named by what is the matter with them. */
final class Packs {

    /** Loaded once: it is immutable. */
    static final Loading.Sound CORE = sound(DroolsRulebook.Core.LOADED);

    private Packs() {}

    private static Loading.Sound sound(Loading loading) {
        return switch (loading) {
            case Loading.Sound sound -> sound;
            case Loading.Faulty(List<PackFault> faults) -> throw new AssertionError(faults);
        };
    }

    static List<PackFault> faultsOf(PackFiles content) {
        return switch (PackLoader.load(content, CORE.pack().bases())) {
            case Loading.Sound sound -> throw new AssertionError("loads: " + sound.description());
            case Loading.Faulty(List<PackFault> faults) -> faults;
        };
    }

    static PackFiles coreWithout(Predicate<PackFile> dropped) {
        return new PackFiles(
                CorePack.read().files().stream().filter(dropped.negate()).toList());
    }

    static PackFiles coreWith(String path, UnaryOperator<String> edit) {
        return new PackFiles(CorePack.read().files().stream()
                .map(file -> file.path().equals(path)
                        ? new PackFile(file.origin(), file.set(), file.name(), edit.apply(file.text()))
                        : file)
                .toList());
    }

    static PackFile authored(RuleSet set, String name, String text) {
        return new PackFile(RuleLayer.AUTHOR, set, name, text);
    }

    /** The facts of a scenario of the core pack. */
    static Scenario scenario(String path, String name) {
        return ScenarioReader.read(CorePack.read()).scenarios().stream()
                .filter(scenario ->
                        scenario.file().path().equals(path) && scenario.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Scenario hourlyInvoice() {
        return scenario(
                "invoice/approved-time-under-signed-hourly-terms-justifies-an-hourly-line.yaml",
                "two entries on one line");
    }

    static Scenario packageInvoice() {
        return scenario(
                "invoice/a-due-period-of-signed-package-terms-justifies-a-package-line.yaml",
                "a due period of mixed terms");
    }
}
