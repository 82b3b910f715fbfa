package feewright.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.dispute.LostDisputeFact;
import feewright.drools.DroolsRulebook.Reload;
import feewright.drools.PackDescription.DescribedRule;
import feewright.ledger.DisputeId;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.rule.ActorFact;
import feewright.rule.Conclusion;
import feewright.rule.PackHash;
import feewright.rule.RuleSet;
import feewright.rule.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authors add rules of their own without touching Java, and can neither weaken nor break the core (requirements X1 and X2). */
class AuthorRulesTest {

    @TempDir
    Path directory;

    private DroolsRulebook book;

    @BeforeEach
    void a_rulebook_beside_an_empty_directory() {
        book = new DroolsRulebook(directory, Packs.CORE);
    }

    @Test
    void a_new_rule_is_in_force_after_a_reload() {
        PackHash before = book.pack();
        WeekendRule.writeTo(directory);

        Reload reload = book.reload();

        assertThat(book.pack()).isNotEqualTo(before);
        assertThat(reload).isEqualTo(new Reload.Loaded(book.description(), before));
        assertThat(book.description().of(RuleSet.INVOICE))
                .contains(new DescribedRule(
                        RuleSet.INVOICE,
                        "WKD-01",
                        "WKD-01 work on a weekend is not invoiced",
                        "invoice/" + WeekendRule.STEM + ".drl",
                        RuleLayer.AUTHOR));
    }

    @Test
    void what_an_author_forbids_to_be_owed_again_is_forbidden_D2() {
        WeekendRule.write(directory, "dispute/small-claims-are-given-up.drl", """
            // Nobody runs after ten dollars.
            package feewright.pack.dispute

            import feewright.dispute.LostDisputeFact
            import feewright.rule.Conclusion.Violation

            rule "SML-01 small claims are given up"
            when
                $lost : LostDisputeFact(reason == "credit_not_processed", amountMinor < 1000)
            then
                insertLogical(new Violation("SML-01", $lost.ref()));
            end
            """);
        WeekendRule.write(directory, "dispute/small-claims-are-given-up.yaml", """
            scenarios:
              - name: a small claim
                given: a loss
                with: {lost: {reason: credit_not_processed, amountMinor: 999}}
                expect: {permits: [DIS-16], violations: [SML-01]}
              - name: no small one
                given: a loss
                with: {lost: {reason: credit_not_processed, amountMinor: 1000}}
                expect: {permits: [DIS-16]}
            """);
        book.reload();
        LostDisputeFact lost = new LostDisputeFact(new DisputeId(new UUID(0, 1)), "credit_not_processed", 999, 30);
        ActorFact schedule = ActorFact.of(Actor.scheduler(new FirmId(new UUID(0, 2))));

        Verdict verdict = book.judge(RuleSet.DISPUTE, List.of(schedule, lost));

        assertThat(verdict.violations()).containsExactly(new Conclusion.Violation("SML-01", lost.ref()));
    }

    @Test
    void a_removed_rule_is_gone_and_the_hash_is_what_it_was() {
        PackHash before = book.pack();
        WeekendRule.writeTo(directory);
        book.reload();

        WeekendRule.removeFrom(directory);
        book.reload();

        assertThat(book.pack()).isEqualTo(before);
        assertThat(book.description().count(RuleLayer.AUTHOR)).isZero();
    }

    @Test
    void a_faulty_rule_leaves_the_old_pack_in_force_and_says_why() {
        WeekendRule.writeTo(directory);
        book.reload();
        PackHash good = book.pack();
        WeekendRule.write(
                directory, "invoice/" + WeekendRule.STEM + ".drl", WeekendRule.DRL.replace("value > 5", "value > 6"));

        Reload reload = book.reload();

        assertThat(reload).isInstanceOfSatisfying(Reload.Refused.class, refused -> {
            assertThat(refused.inForce()).isEqualTo(good);
            assertThat(refused.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.code()).isEqualTo("scenario-red");
                assertThat(fault.file()).isEqualTo("invoice/" + WeekendRule.STEM + ".yaml");
                assertThat(fault.line()).isEqualTo(6);
            });
        });
        assertThat(book.pack()).isEqualTo(good);
        assertThat(book.judge(RuleSet.INVOICE, Packs.hourlyInvoice().given()).pack())
                .isEqualTo(good);
    }

    @Test
    void a_rule_without_scenarios_is_refused() {
        WeekendRule.write(directory, "invoice/" + WeekendRule.STEM + ".drl", WeekendRule.DRL);

        Reload reload = book.reload();

        assertThat(codesOf(reload)).containsOnly("scenario-missing");
    }

    @Test
    void a_rule_of_an_author_permits_nothing() {
        WeekendRule.write(
                directory, "invoice/" + WeekendRule.STEM + ".drl", WeekendRule.DRL.replace("Violation", "Permit"));

        Reload reload = book.reload();

        assertThat(codesOf(reload)).contains("permit-reserved");
    }

    @Test
    void a_rule_in_a_misspelt_folder_is_refused_rather_than_forgotten() {
        WeekendRule.write(directory, "invoices/" + WeekendRule.STEM + ".drl", WeekendRule.DRL);
        WeekendRule.write(directory, "invoice/deeper/" + WeekendRule.STEM + ".drl", WeekendRule.DRL);
        WeekendRule.write(directory, "README.md", "no rule");

        Reload reload = book.reload();

        assertThat(codesOf(reload)).containsExactly("wrong-folder", "wrong-folder");
    }

    @Test
    void scenarios_that_belong_to_no_rule_are_refused() {
        WeekendRule.write(directory, "invoice/nothing.yaml", WeekendRule.SCENARIOS);

        Reload reload = book.reload();

        assertThat(codesOf(reload)).containsExactly("no-rule");
    }

    @Test
    void a_scenario_that_cannot_be_read_is_named_with_its_line() {
        WeekendRule.writeTo(directory);
        WeekendRule.write(
                directory,
                "invoice/" + WeekendRule.STEM + ".yaml",
                WeekendRule.SCENARIOS.replace("workedOn: 2026-03-07", "workedAt: 2026-03-07"));

        Reload reload = book.reload();

        assertThat(reload)
                .isInstanceOfSatisfying(
                        Reload.Refused.class,
                        refused -> assertThat(refused.faults()).anySatisfy(fault -> {
                            assertThat(fault.code()).isEqualTo("scenario-unreadable");
                            assertThat(fault.line()).isEqualTo(6);
                            assertThat(fault.whatToDo()).contains("workedAt");
                        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "violations: WKD-01",
                "justified: [line/1]",
                "refused: [WKD-01]",
                "violations: [WKD-01], violations: [WKD-01]"
            })
    void an_expectation_in_another_shape_is_refused_rather_than_read_as_nothing(String expectation) {
        WeekendRule.writeTo(directory);
        WeekendRule.write(
                directory,
                "invoice/" + WeekendRule.STEM + ".yaml",
                WeekendRule.SCENARIOS.replace("violations: [WKD-01]", expectation));

        Reload reload = book.reload();

        assertThat(codesOf(reload)).contains("scenario-unreadable");
    }

    @Test
    void two_rules_that_fire_on_the_same_are_reported_and_load() {
        WeekendRule.writeTo(directory);
        WeekendRule.write(
                directory,
                "invoice/nobody-works-on-a-weekend.drl",
                WeekendRule.DRL
                        .replace("WKD-01 work on a weekend is not invoiced", "WKD-02 nobody works on a weekend")
                        .replace("WKD-01", "WKD-02")
                        .replace("$entry", "$worked"));
        WeekendRule.write(
                directory, "invoice/nobody-works-on-a-weekend.yaml", WeekendRule.SCENARIOS.replace("WKD-01", "WKD-02"));

        book.reload();

        assertThat(book.description().count(RuleLayer.AUTHOR)).isEqualTo(2);
        assertThat(book.description().warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.code()).isEqualTo("overlap"));
    }

    @Test
    void a_faulty_directory_fails_the_start_rather_than_dropping_its_vetoes() {
        WeekendRule.write(directory, "invoice/" + WeekendRule.STEM + ".drl", "rule");

        assertThatThrownBy(() -> DroolsRulebook.open(directory)).hasMessageContaining(WeekendRule.STEM + ".drl:1:");
        assertThatThrownBy(() -> DroolsRulebook.open(directory.resolve("missing")))
                .hasMessageContaining("directory-unreadable");
    }

    private static List<String> codesOf(Reload reload) {
        return reload instanceof Reload.Refused refused
                ? refused.faults().stream().map(PackFault::code).toList()
                : List.of("loaded");
    }
}
