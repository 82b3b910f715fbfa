package feewright.whatif;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.amendment.AmendmentTexts;
import feewright.amendment.BilledInAdvance;
import feewright.amendment.EndEngagement;
import feewright.amendment.PauseEngagement;
import feewright.credit.CreditNoteRequest.Excess;
import feewright.credit.CreditNoteRequest.Item;
import feewright.engagement.EndingReason;
import feewright.engagement.EngagementId;
import feewright.engagement.SignedEngagement;
import feewright.fixture.Cashier;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.Quarter;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceLine;
import feewright.rule.Decisions.DecisionFilter;
import feewright.rule.Rulebook;
import feewright.run.RunRequest;
import feewright.time.TimeEntryId;
import feewright.whatif.CompareRules.Trial;
import feewright.whatif.Comparison.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The past, judged once more by the rules in force and by a candidate (requirement X4). */
class CompareRulesTest {

    private static final ComparisonScope EVERYTHING = new ComparisonScope(null, null, null);
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Cashier cashier = new Cashier(office);
    private final PermissiveRulebook candidate = new PermissiveRulebook();

    @Test
    void under_the_same_rules_nothing_differs_X4() {
        Invoice fee = cashier.invoiceOf("1000.00");
        Invoice hours = hours();

        List<Finding> findings = compared(EVERYTHING);

        assertThat(findings)
                .extracting(finding -> ((Finding.Compared) finding).head())
                .containsExactly(fee.head(), hours.head());
        assertThat(tally(findings).isUnchanged()).isTrue();
        assertThat(tally(findings).amounts(Outcome.SAME)).containsExactly(usd("1100.00"));
        assertThat(of(findings, hours).rules()).isEmpty();
        assertThat(of(findings, hours).lines()).isEmpty();
    }

    @Test
    void what_a_candidate_forbids_is_refused_with_what_it_came_to_X4() {
        Invoice fee = cashier.invoiceOf("1000.00");
        Invoice hours = hours();
        candidate.refuse("engagement/" + hours.head().parties().engagement());

        List<Finding> findings = compared(EVERYTHING);

        assertThat(of(findings, hours).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(of(findings, hours).added())
                .containsExactly(new Comparison.ViolationChange(
                        "NO-01",
                        1,
                        List.of("engagement/" + hours.head().parties().engagement())));
        assertThat(of(findings, hours).removed()).isEmpty();
        assertThat(of(findings, fee).outcome()).isEqualTo(Outcome.SAME);
        assertThat(tally(findings).amounts(Outcome.REFUSED)).containsExactly(usd("100.00"));
        assertThat(tally(findings).isUnchanged()).isFalse();
    }

    @Test
    void what_rules_that_came_since_would_refuse_passes_by_a_candidate_without_them_X4() {
        Invoice fee = cashier.invoiceOf("1000.00");
        rulebook.replacePack('1');
        rulebook.refuse("line/1");

        List<Finding> findings = compared(EVERYTHING);

        assertThat(of(findings, fee).outcome()).isEqualTo(Outcome.PASSES);
        assertThat(of(findings, fee).removed())
                .containsExactly(new Comparison.ViolationChange("NO-01", 1, List.of("line/1")));
        assertThat(tally(findings).amounts(Outcome.PASSES)).containsExactly(usd("1000.00"));
    }

    @Test
    void a_candidate_that_justifies_no_line_names_each_line_and_rule_X4() {
        Invoice fee = cashier.invoiceOf("1000.00");
        candidate.justifyNothing();

        Comparison comparison = of(compared(EVERYTHING), fee);

        assertThat(comparison.lines()).singleElement().satisfies(change -> {
            assertThat(change.line().number()).isEqualTo(1);
            assertThat(change.inForce()).containsExactly("ANY-01");
            assertThat(change.candidate()).isEmpty();
        });
        assertThat(comparison.rules())
                .containsExactly(new Comparison.RuleChange("ANY-01 everything is permitted", 1, 0));
    }

    /** The same pack cannot have said something else: whatever was built again is not what was issued. */
    @Test
    void what_the_pack_of_its_issue_judges_otherwise_now_is_told_and_never_compared_X4() {
        Invoice fee = cashier.invoiceOf("1000.00");
        rulebook.refuse("line/1");

        List<Finding> findings = compared(EVERYTHING);

        assertThat(findings).containsExactly(new Finding.NotRebuilt(fee.head(), Mismatch.VERDICT));
        assertThat(tally(findings).notRebuilt()).isEqualTo(1);
        assertThat(tally(findings).compared()).isZero();
        assertThat(tally(findings).isUnchanged()).isFalse();
    }

    @Test
    void whatever_came_later_does_not_show_X4() {
        SignedEngagement mixed = office.signed(Offers.mixed("1000.00", "100.00"));
        office.approved(mixed, LocalDate.of(2026, 1, 5), 60);
        cashier.issued(mixed);
        Invoice second = cashier.issued(mixed);
        TimeEntryId entry = ((InvoiceLine.Hourly) second.lines().get(1))
                .items()
                .getFirst()
                .version()
                .entry();
        cashier.credited(second, Excess.CREDIT, new Item.Time(2, List.of(entry), true));
        Invoice third = cashier.issued(mixed);
        cashier.voided(third);
        cashier.issued(mixed);
        cashier.issued(mixed);
        office.engine
                .pauseEngagement()
                .pause(
                        office.admin,
                        new PauseEngagement.Request(
                                mixed.id(), LocalDate.of(2026, 3, 11), AmendmentTexts.NONE, BilledInAdvance.CREDIT),
                        Office.NOW);
        office.engine.resumeEngagement().resume(office.admin, mixed.id(), LocalDate.of(2026, 3, 21), Office.NOW);
        cashier.issued(mixed);
        office.engine
                .endEngagement()
                .end(
                        office.admin,
                        new EndEngagement.Request(
                                mixed.id(),
                                LocalDate.of(2026, 3, 25),
                                EndingReason.AGREED,
                                AmendmentTexts.NONE,
                                BilledInAdvance.CREDIT),
                        Office.NOW);

        List<Finding> findings = compared(EVERYTHING);

        assertThat(findings).hasSize(6).allMatch(Finding.Compared.class::isInstance);
        assertThat(tally(findings).isUnchanged()).isTrue();
    }

    @Test
    void a_quarter_in_two_currencies_is_rebuilt_whole_X4() {
        new Quarter(office);

        List<Finding> findings = compared(EVERYTHING);

        assertThat(tally(findings).isUnchanged()).isTrue();
        assertThat(tally(findings).amounts(Outcome.SAME))
                .containsExactly(Money.parse("EUR 200.00"), Money.parse("USD 4300.00"));
    }

    @Test
    void only_the_days_and_the_engagement_that_were_asked_for_are_looked_at_X4() {
        SignedEngagement one = office.signed(Offers.monthlyPackage("1000.00"));
        Invoice first = cashier.issued(one);
        Invoice second = cashier.issued(one);
        cashier.invoiceOf("500.00");

        assertThat(compared(new ComparisonScope(TODAY, TODAY.plusDays(1), null)))
                .hasSize(3);
        assertThat(compared(new ComparisonScope(TODAY.minusDays(9), TODAY, null)))
                .isEmpty();
        assertThat(compared(new ComparisonScope(TODAY.plusDays(1), null, null))).isEmpty();
        assertThat(compared(new ComparisonScope(null, null, one.id())))
                .extracting(finding -> ((Finding.Compared) finding).head())
                .containsExactly(first.head(), second.head());
    }

    @Test
    void more_than_a_page_is_looked_at_once_and_a_limit_is_seen_before_it_is_passed_X4() {
        for (int number = 0; number < 51; number++) {
            cashier.invoiceOf("1.00");
        }

        List<Finding> findings = compared(EVERYTHING);

        assertThat(findings).hasSize(51).doesNotHaveDuplicates();
        assertThat(office.engine.compareRules().exceeds(trial(office, EVERYTHING), 50))
                .isTrue();
        assertThat(office.engine.compareRules().exceeds(trial(office, EVERYTHING), 51))
                .isFalse();
    }

    @Test
    void what_the_rules_refused_a_run_is_compared_as_it_stands_X4() {
        SignedEngagement automatic = office.signed(Offers.automatic(Offers.hourly("100.00")));
        office.approved(automatic, LocalDate.of(2026, 1, 5), 600);
        rulebook.refuse("engagement/" + automatic.id());
        office.ran(RunRequest.SCHEDULED, Office.NOW);

        List<Finding> findings = compared(EVERYTHING);

        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.ComparedFailure.class, waiting -> {
            assertThat(waiting.aside().engagement()).isEqualTo(automatic.id());
            assertThat(waiting.comparison().outcome()).isEqualTo(Outcome.PASSES);
        });
        assertThat(tally(findings).amounts(Outcome.PASSES)).containsExactly(usd("1000.00"));
        assertThat(compared(new ComparisonScope(TODAY, TODAY.plusDays(1), null)))
                .hasSize(1);
        assertThat(compared(new ComparisonScope(TODAY.minusDays(3), TODAY, null)))
                .isEmpty();
        assertThat(compared(new ComparisonScope(
                        null, null, new EngagementId(office.ports.ids().next()))))
                .isEmpty();
    }

    @Test
    void nothing_is_written_X4() {
        Invoice fee = cashier.invoiceOf("1000.00");
        List<String> before = traces();
        candidate.refuse("line/1");

        compared(EVERYTHING);

        assertThat(traces()).isEqualTo(before);
        assertThat(cashier.invoiceOf("1.00").head().number().sequence())
                .isEqualTo(fee.head().number().sequence() + 1);
    }

    @Test
    void another_firm_sees_nothing_of_it_T1() {
        SignedEngagement one = office.signed(Offers.monthlyPackage("1000.00"));
        cashier.issued(one);
        Office other = Office.open(office.ports, new PermissiveRulebook());

        List<Finding> all = new ArrayList<>();
        other.engine.compareRules().compare(trial(other, EVERYTHING), all::add);
        other.engine.compareRules().compare(trial(other, new ComparisonScope(null, null, one.id())), all::add);

        assertThat(all).isEmpty();
        assertThat(other.engine.compareRules().exceeds(trial(other, EVERYTHING), 0))
                .isFalse();
    }

    /** An hour of work at 100 dollars. */
    private Invoice hours() {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        office.approved(hourly, LocalDate.of(2026, 1, 5), 60);
        return cashier.issued(hourly);
    }

    private List<Finding> compared(ComparisonScope scope) {
        List<Finding> findings = new ArrayList<>();
        office.engine.compareRules().compare(trial(office, scope), findings::add);
        return findings;
    }

    private Trial trial(Office of, ComparisonScope scope) {
        Rulebook inForce = rulebook;
        return new Trial(of.admin, scope, new Packs(inForce, candidate), Office.NOW);
    }

    private static Comparison of(List<Finding> findings, Invoice invoice) {
        return findings.stream()
                .filter(Finding.Compared.class::isInstance)
                .map(Finding.Compared.class::cast)
                .filter(finding -> finding.head().equals(invoice.head()))
                .findFirst()
                .orElseThrow()
                .comparison();
    }

    private static Tally tally(List<Finding> findings) {
        Tally tally = new Tally();
        findings.forEach(tally::add);
        return tally;
    }

    /** All that is decided and audited. */
    private List<String> traces() {
        return office.ports.transactions().reading(office.admin, () -> {
            List<String> traces = new ArrayList<>();
            office.ports
                    .decisions()
                    .page(office.firm, new DecisionFilter(null, null, null, null, null, null, null, null, null), 100)
                    .forEach(decision -> traces.add(decision.toString()));
            office.ports.auditTrail().page(office.firm, null, 100).forEach(event -> traces.add(event.toString()));
            return traces;
        });
    }
}
