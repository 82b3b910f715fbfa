package feewright.drools;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.rule.RuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The core pack is complete, does what its scenarios say, and does not load otherwise (requirement X1, design §3). */
class CorePackTest {

    static Stream<String> rulePaths() {
        return Arrays.stream(RuleSet.values())
                .flatMap(set ->
                        CoreCatalogue.names(set).stream().map(name -> set.folder() + "/" + CoreCatalogue.stem(name)));
    }

    @Test
    void it_loads_with_every_rule_of_the_catalogue_and_every_scenario_green() {
        PackDescription found = Packs.CORE.description();

        assertThat(found.rules()).hasSameSizeAs(rulePaths().toList());
        assertThat(found.scenarios()).isGreaterThan(3 * found.rules().size());
        assertThat(found.warnings()).isEmpty();
        assertThat(found.count(RuleLayer.CORE)).isEqualTo(found.rules().size());
    }

    /** Every tenth rule is taken away at once, ten times, so that each is missing once: a load for each alone took a minute. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void a_pack_that_lacks_core_rules_does_not_load(int place) {
        List<String> all = rulePaths().toList();
        List<String> missing = IntStream.range(0, all.size())
                .filter(rule -> rule % 10 == place)
                .mapToObj(all::get)
                .toList();
        PackFiles lacking = Packs.coreWithout(
                file -> missing.stream().anyMatch(path -> file.path().equals(path + ".drl")));

        List<String> faults =
                Packs.faultsOf(lacking).stream().map(PackFault::toString).toList();

        assertThat(missing).hasSizeGreaterThan(10);
        assertThat(missing)
                .allSatisfy(path -> assertThat(faults)
                        .anySatisfy(fault -> assertThat(fault).startsWith(path + ".drl:1: core-rule-missing")));
    }

    @Test
    void a_renamed_core_rule_is_a_missing_core_rule() {
        PackFiles renamed = Packs.coreWith(
                "invoice/an-invoice-has-lines.drl",
                text -> text.replace("an invoice has lines", "an invoice has a line"));

        List<PackFault> faults = Packs.faultsOf(renamed);

        assertThat(faults).extracting(PackFault::code).contains("core-rule-missing", "not-in-catalogue", "file-name");
    }

    @Test
    void a_weakened_core_rule_turns_its_scenarios_red() {
        PackFiles weakened = Packs.coreWith(
                "invoice/only-approved-time-is-invoiced.drl", text -> text.replace(", approver != null", ""));

        List<PackFault> faults = Packs.faultsOf(weakened);

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("scenario-red");
            assertThat(fault.file()).isEqualTo("invoice/only-approved-time-is-invoiced.yaml");
            assertThat(fault.line()).isGreaterThan(1);
        });
    }

    @Test
    void a_core_rule_without_scenarios_does_not_load() {
        PackFiles untried =
                Packs.coreWithout(file -> file.path().equals("time/only-the-current-version-is-rejected.yaml"));

        List<PackFault> faults = Packs.faultsOf(untried);

        assertThat(faults).extracting(PackFault::code).containsOnly("scenario-missing");
    }

    @Test
    void the_hash_names_content_and_place() {
        PackFiles core = CorePack.read();
        PackFiles edited = Packs.coreWith("invoice/an-invoice-has-lines.yaml", text -> text + "\n");
        PackFiles moved = new PackFiles(core.files().stream()
                .map(file -> new PackFile(file.origin(), RuleSet.TIME, file.name(), file.text()))
                .toList());

        assertThat(new PackFiles(core.files().reversed()).hash()).isEqualTo(core.hash());
        assertThat(edited.hash()).isNotEqualTo(core.hash());
        assertThat(moved.hash()).isNotEqualTo(core.hash());
    }
}
