package feewright.api.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.AuthorRules;
import feewright.api.fixture.EveryRow;
import feewright.api.fixture.Quiet;
import feewright.api.fixture.Server;
import feewright.api.fixture.Superuser;
import feewright.api.fixture.World;
import feewright.drools.CandidateRules;
import feewright.drools.DroolsRulebook;
import feewright.engagement.EngagementId;
import feewright.engagement.SignedEngagement;
import feewright.fixture.Cashier;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.invoice.Invoice;
import feewright.rule.Rulebook;
import feewright.run.RunRequest;
import feewright.whatif.CompareRules;
import feewright.whatif.CompareRules.Trial;
import feewright.whatif.Comparison;
import feewright.whatif.Comparison.Outcome;
import feewright.whatif.ComparisonScope;
import feewright.whatif.Finding;
import feewright.whatif.Mismatch;
import feewright.whatif.Packs;
import feewright.whatif.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Past invoices under other rules (requirement X4). That they are built again as they were issued is tried in RebuiltInvoicesTest. */
@ResourceLock(Quiet.DATABASE)
class WhatIfTest {

    private static final ComparisonScope EVERYTHING = new ComparisonScope(null, null, null);

    private final Office office = World.WHOLE.office();
    private final Cashier cashier = new Cashier(office);

    @TempDir
    Path directory;

    @Test
    void under_the_same_rules_nothing_differs_X4() {
        Invoice fee = cashier.issued(office.signed(Offers.monthlyPackage("1000.00")));
        Invoice hours = hours(500);

        List<Finding> findings = compared(EVERYTHING, candidate());

        assertThat(findings)
                .extracting(finding -> ((Finding.Compared) finding).head())
                .containsExactly(fee.head(), hours.head());
        assertThat(tally(findings).isUnchanged()).isTrue();
        assertThat(findings).allSatisfy(finding -> {
            Comparison same = ((Finding.Compared) finding).comparison();
            assertThat(same.lines()).isEmpty();
            assertThat(same.rules()).isEmpty();
            assertThat(same.added()).isEmpty();
            assertThat(same.removed()).isEmpty();
        });
    }

    @Test
    void a_candidate_that_vetoes_refuses_what_was_issued_and_says_what_it_came_to_X4() {
        Invoice fee = cashier.issued(office.signed(Offers.monthlyPackage("1000.00")));
        Invoice longDay = hours(540);
        Invoice shortDay = hours(480);
        AuthorRules.noLongDays(directory);

        List<Finding> findings = compared(EVERYTHING, candidate());

        Comparison refused = of(findings, longDay);
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.added()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo("DAY-01");
            assertThat(violation.count()).isEqualTo(1);
            assertThat(violation.subjects()).singleElement().asString().startsWith("line/1/time-entry/");
        });
        assertThat(refused.removed()).isEmpty();
        assertThat(refused.lines()).isEmpty();
        assertThat(refused.rules())
                .containsExactly(new Comparison.RuleChange("DAY-01 a long day is not invoiced", 0, 1));
        assertThat(of(findings, fee).outcome()).isEqualTo(Outcome.SAME);
        assertThat(of(findings, shortDay).outcome()).isEqualTo(Outcome.SAME);
        assertThat(tally(findings).amounts(Outcome.REFUSED)).containsExactly(Money.parse("USD 900.00"));
        assertThat(tally(findings).isUnchanged()).isFalse();
    }

    @Test
    void a_rule_in_force_that_the_candidate_lacks_lets_pass_what_it_would_refuse_X4() {
        Invoice longDay = hours(540);
        AuthorRules.noLongDays(directory);
        Rulebook stricter = candidate();

        Comparison passes = of(
                compared(
                        EVERYTHING,
                        new Packs(stricter, office.engine.decisionMaker().rulebook())),
                longDay);

        assertThat(passes.outcome()).isEqualTo(Outcome.PASSES);
        assertThat(passes.removed()).hasSize(1);
        assertThat(passes.added()).isEmpty();
    }

    @Test
    void a_candidate_that_only_justifies_otherwise_changes_lines_and_no_outcome_X4() {
        Invoice fee = cashier.issued(office.signed(Offers.monthlyPackage("1000.00")));
        Invoice hours = hours(60);
        AuthorRules.anotherReason(directory);

        List<Finding> findings = compared(EVERYTHING, candidate());

        Comparison changed = of(findings, fee);
        assertThat(changed.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(changed.lines()).singleElement().satisfies(line -> {
            assertThat(line.line().number()).isEqualTo(1);
            assertThat(line.inForce()).containsExactly("INV-06");
            assertThat(line.candidate()).containsExactly("FEE-01", "INV-06");
        });
        assertThat(of(findings, hours).outcome()).isEqualTo(Outcome.SAME);
    }

    @Test
    void of_many_violations_the_first_are_named_and_all_are_counted_X4() {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        for (int day = 0; day < 22; day++) {
            office.approved(hourly, LocalDate.of(2026, 1, 5).plusDays(day), 540);
        }
        Invoice invoice = cashier.issued(hourly);
        AuthorRules.noLongDays(directory);

        Comparison refused = of(compared(EVERYTHING, candidate()), invoice);

        assertThat(refused.added()).singleElement().satisfies(change -> {
            assertThat(change.count()).isEqualTo(22);
            assertThat(change.subjects()).hasSize(20).doesNotHaveDuplicates();
        });
    }

    @Test
    void the_guide_for_rule_authors_shows_the_rule_that_is_tried_here() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "rule-authors.md"))).contains(AuthorRules.LONG_DAYS_DRL);
    }

    @Test
    void only_the_days_and_the_engagement_that_were_asked_for_are_looked_at_X4() {
        SignedEngagement one = office.signed(Offers.monthlyPackage("1000.00"));
        Invoice first = cashier.issued(one);
        Invoice second = cashier.issued(one);
        Invoice other = cashier.issued(office.signed(Offers.monthlyPackage("500.00")));
        LocalDate day = first.head().dates().issue();

        assertThat(compared(new ComparisonScope(day, day.plusDays(1), null), candidate()))
                .hasSize(3);
        assertThat(compared(new ComparisonScope(day.minusDays(9), day, null), candidate()))
                .isEmpty();
        assertThat(compared(new ComparisonScope(day.plusDays(1), day.plusDays(2), null), candidate()))
                .isEmpty();
        assertThat(compared(new ComparisonScope(null, null, one.id()), candidate()))
                .extracting(finding -> ((Finding.Compared) finding).head())
                .containsExactly(first.head(), second.head())
                .doesNotContain(other.head());
    }

    @Test
    void more_than_a_page_is_looked_at_once_and_a_limit_is_seen_before_it_is_passed_X4() {
        SignedEngagement one =
                office.signed(Offers.offer("package", Offers.packaged("10.00", "weekly", "in_advance"), null));
        for (int week = 0; week < 14; week++) {
            cashier.issued(one);
        }
        SignedEngagement another = office.signed(Offers.monthlyPackage("5.00"));
        office.ran(RunRequest.SCHEDULED, Office.NOW);
        cashier.issued(another);

        List<Finding> findings = compared(EVERYTHING, candidate());

        assertThat(findings).hasSize(15).doesNotHaveDuplicates();
        CompareRules rules = Server.running().context.getBean(CompareRules.class);
        assertThat(rules.exceeds(trial(EVERYTHING, new Packs(candidate(), candidate())), 14))
                .isTrue();
        assertThat(rules.exceeds(trial(EVERYTHING, new Packs(candidate(), candidate())), 15))
                .isFalse();
    }

    @Test
    void what_the_rules_refused_a_run_is_previewed_as_it_stands_X4() {
        AuthorRules.noLongDays(directory);
        Office strict = office.restarted(office.ports, candidate());
        SignedEngagement automatic = strict.signed(Offers.automatic(Offers.hourly("100.00")));
        strict.approved(automatic, LocalDate.of(2026, 1, 5), 600);
        strict.ran(RunRequest.SCHEDULED, Office.NOW);

        List<Finding> findings = compared(
                EVERYTHING, new Packs(candidate(), office.engine.decisionMaker().rulebook()));

        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.ComparedFailure.class, waiting -> {
            assertThat(waiting.aside().engagement()).isEqualTo(automatic.id());
            assertThat(waiting.comparison().outcome()).isEqualTo(Outcome.PASSES);
        });
        assertThat(tally(findings).amounts(Outcome.PASSES)).containsExactly(Money.parse("USD 1000.00"));
        LocalDate today = LocalDate.of(2026, 4, 10);
        assertThat(compared(new ComparisonScope(today, today.plusDays(1), null), candidate()))
                .hasSize(1);
        assertThat(compared(new ComparisonScope(today.minusDays(3), today, null), candidate()))
                .isEmpty();
        assertThat(compared(
                        new ComparisonScope(
                                null, null, new EngagementId(office.ports.ids().next())),
                        candidate()))
                .isEmpty();
    }

    @Test
    void another_firm_sees_nothing_of_it_X4() {
        SignedEngagement one = office.signed(Offers.monthlyPackage("1000.00"));
        cashier.issued(one);
        Office other = World.WHOLE.office();
        Packs packs = new Packs(candidate(), candidate());

        List<Finding> all = new ArrayList<>();
        Server.running()
                .context
                .getBean(CompareRules.class)
                .compare(new Trial(other.admin, EVERYTHING, packs, Office.NOW), all::add);
        Server.running()
                .context
                .getBean(CompareRules.class)
                .compare(
                        new Trial(other.admin, new ComparisonScope(null, null, one.id()), packs, Office.NOW), all::add);

        assertThat(all).isEmpty();
    }

    @Test
    void nothing_is_written_X4() throws SQLException {
        AuthorRules.noLongDays(directory);
        hours(540);
        SignedEngagement automatic = office.signed(Offers.automatic(Offers.hourly("100.00")));
        office.approved(automatic, LocalDate.of(2026, 1, 5), 600);
        office.restarted(office.ports, candidate()).ran(RunRequest.SCHEDULED, Office.NOW);
        List<String> before = EveryRow.hashed();

        List<Finding> findings = compared(EVERYTHING, candidate());

        assertThat(findings).hasSize(2);
        assertThat(before).hasSizeGreaterThan(50).anyMatch(table -> table.matches("billing_failure [1-9].*"));
        assertThat(EveryRow.hashed()).isEqualTo(before);
    }

    /** The facts cannot change; somebody at the database can. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LINES   | update invoice_line set rate_from = rate_from - 1 where firm_id = '%1$s'",
                "LINES   | update invoice set due_date = due_date + 1 where firm_id = '%1$s'",
                "FACTS   | update decision set firing_facts[1] = 'line/9' where firm_id = '%1$s' and subject like"
                        + " 'invoice/%%'",
                "ACTOR   | update decision set actor_roles = '{partner}' where firm_id = '%1$s' and subject like"
                        + " 'invoice/%%'",
                "VERDICT | update decision set conclusion_codes[1] = 'INV-99' where firm_id = '%1$s' and subject like"
                        + " 'invoice/%%'"
            })
    void what_is_not_what_was_issued_is_told_and_never_compared_X4(Mismatch why, String change) throws SQLException {
        Invoice invoice = hours(540);
        AuthorRules.noLongDays(directory);
        Superuser.run(change.formatted(office.firm));

        List<Finding> findings = compared(EVERYTHING, candidate());

        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.NotRebuilt.class, not -> {
            assertThat(not.head().id()).isEqualTo(invoice.id());
            assertThat(not.why()).isEqualTo(why);
        });
        assertThat(tally(findings).compared()).isZero();
        assertThat(tally(findings).isUnchanged()).isFalse();
    }

    private Invoice hours(int minutes) {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        LocalDate day = LocalDate.of(2026, 1, 5).plusDays(days++);
        office.approved(hourly, day, minutes);
        return cashier.issued(hourly);
    }

    private int days;

    private Rulebook candidate() {
        DroolsRulebook core = (DroolsRulebook) office.engine.decisionMaker().rulebook();
        return switch (new CandidateRules(core, directory).read()) {
            case CandidateRules.Candidate.Sound(Rulebook sound) -> sound;
            case CandidateRules.Candidate other -> throw new AssertionError(other);
        };
    }

    private List<Finding> compared(ComparisonScope question, Rulebook candidate) {
        return compared(question, new Packs(office.engine.decisionMaker().rulebook(), candidate));
    }

    private List<Finding> compared(ComparisonScope question, Packs packs) {
        List<Finding> findings = new ArrayList<>();
        Server.running().context.getBean(CompareRules.class).compare(trial(question, packs), findings::add);
        return findings;
    }

    private Trial trial(ComparisonScope question, Packs packs) {
        return new Trial(office.admin, question, packs, Office.NOW);
    }

    private static Comparison of(List<Finding> findings, Invoice invoice) {
        return findings.stream()
                .filter(Finding.Compared.class::isInstance)
                .map(Finding.Compared.class::cast)
                .filter(found -> found.head().id().equals(invoice.id()))
                .map(Finding.Compared::comparison)
                .findFirst()
                .orElseThrow();
    }

    private static Tally tally(List<Finding> findings) {
        Tally tally = new Tally();
        findings.forEach(tally::add);
        return tally;
    }
}
