package feewright.run;

import static feewright.fixture.Offers.automatic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.engagement.SignedEngagement;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.invoice.IssueInvoice;
import feewright.platform.StorageUnavailable;
import feewright.rule.Decision;
import feewright.rule.Decisions.DecisionFilter;
import feewright.run.RunItem.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs: everything due once, nothing else touched, and what cannot be billed set aside (requirements P1, P3, P4). */
class BillingRunTest {

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);

    @Test
    void a_run_bills_what_is_due_and_a_second_finds_nothing_P1() {
        SignedEngagement first = office.signed(automatic(Offers.mixed("1000.00", "100.00")));
        office.signed(automatic(Offers.monthlyPackage("10.00")));

        BillingRun run = office.ran(RunRequest.SCHEDULED, Office.NOW);
        BillingRun again = office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(office.progress(run).count(Outcome.ISSUED)).isEqualTo(8);
        assertThat(office.progress(run).due()).isEqualTo(2);
        assertThat(office.progress(run).done()).isEqualTo(2);
        assertThat(office.progress(run).amounts()).containsExactly(org.joda.money.Money.parse("USD 4040.00"));
        assertThat(office.progress(again).items()).isEmpty();
        assertThat(office.progress(again).finishedAt()).isEqualTo(Office.NOW);
        assertThat(numbers(invoices())).containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(invoices()).anyMatch(head -> first.id().equals(head.parties().engagement()));
    }

    @Test
    void a_run_makes_the_very_invoice_that_a_person_would() {
        SignedEngagement byRun = office.signed(automatic(Offers.mixed("1000.00", "100.00")));
        SignedEngagement byHand = office.signed(automatic(Offers.mixed("1000.00", "100.00")));
        office.approved(byRun, LocalDate.of(2026, 1, 5), 90);
        office.approved(byHand, LocalDate.of(2026, 1, 5), 90);
        for (int period = 0; period < 4; period++) {
            issuedByHand(byHand);
        }

        office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(invoicesOf(byRun))
                .extracting(Invoice.Head::dates)
                .isEqualTo(invoicesOf(byHand).stream().map(Invoice.Head::dates).toList());
        assertThat(invoicesOf(byRun))
                .extracting(Invoice.Head::totals)
                .isEqualTo(invoicesOf(byHand).stream().map(Invoice.Head::totals).toList());
    }

    @Test
    void terms_without_automatic_issue_are_left_to_a_person() {
        SignedEngagement engagement = office.signed(Offers.monthlyPackage("10.00"));

        BillingRun run = office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(office.progress(run).due()).isZero();
        assertThat(invoicesOf(engagement)).isEmpty();
    }

    @Test
    void a_refused_engagement_is_set_aside_with_its_decision_and_the_rest_bills_P3() {
        SignedEngagement good = office.signed(automatic(Offers.monthlyPackage("10.00")));
        SignedEngagement bad = office.signed(automatic(Offers.monthlyPackage("10.00")));
        rulebook.refuse("engagement/" + bad.id());

        BillingRun run = office.ran(RunRequest.SCHEDULED, Office.NOW);
        BillingRun next = office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(office.progress(run).count(Outcome.ISSUED)).isEqualTo(4);
        assertThat(office.progress(run).count(Outcome.REFUSED)).isEqualTo(1);
        assertThat(office.progress(next).due()).isZero();
        assertThat(invoicesOf(good)).hasSize(4);
        assertThat(asides()).singleElement().satisfies(aside -> {
            assertThat(aside.engagement()).isEqualTo(bad.id());
            assertThat(aside.codes()).containsExactly("NO-01");
            assertThat(aside.billing()).isEqualTo("2026-01-01");
        });
        assertThat(office.ports
                        .transactions()
                        .reading(
                                office.admin,
                                () -> office.ports
                                        .decisions()
                                        .page(
                                                office.firm,
                                                new DecisionFilter(
                                                        null,
                                                        null,
                                                        "engagement/" + bad.id(),
                                                        null,
                                                        null,
                                                        Decision.Outcome.REFUSED,
                                                        null,
                                                        null,
                                                        null),
                                                10)))
                .hasSize(1);
    }

    @Test
    void a_broken_engagement_is_found_in_its_batch_and_set_aside_and_the_rest_bills_P3() {
        List<SignedEngagement> engagements = Stream.generate(
                        () -> office.signed(automatic(Offers.monthlyPackage("10.00"))))
                .limit(7)
                .toList();
        rulebook.breakOn("engagement/" + engagements.get(4).id());

        BillingRun run = office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(office.progress(run).count(Outcome.ISSUED)).isEqualTo(24);
        assertThat(office.progress(run).count(Outcome.FAILED)).isEqualTo(1);
        assertThat(office.progress(run).done()).isEqualTo(7);
        assertThat(numbers(invoices())).hasSize(24).first().isEqualTo(24L);
        assertThat(asides()).singleElement().satisfies(aside -> {
            assertThat(aside.engagement()).isEqualTo(engagements.get(4).id());
            assertThat(aside.codes()).containsExactly("defect", "ArithmeticException");
        });
    }

    @Test
    void storage_that_is_away_sets_nothing_aside_and_the_run_goes_on_later_W6() {
        SignedEngagement engagement = office.signed(automatic(Offers.monthlyPackage("10.00")));
        rulebook.loseStorageOn("engagement/" + engagement.id(), 4);
        BillingRun run =
                office.engine.startRun().startScheduled(office.firm, Office.NOW).orElseThrow();

        for (int lost = 0; lost < 4; lost++) {
            assertThatThrownBy(() -> office.worked(run, Office.NOW)).isInstanceOf(StorageUnavailable.class);
        }

        assertThat(office.progress(run).done()).isZero();
        assertThat(asides()).isEmpty();
        office.worked(run, Office.NOW);
        assertThat(office.progress(run).count(Outcome.ISSUED)).isEqualTo(4);
        assertThat(asides()).isEmpty();
    }

    @Test
    void a_dry_run_sets_nothing_aside_P4() {
        SignedEngagement broken = office.signed(automatic(Offers.monthlyPackage("10.00")));
        SignedEngagement refused = office.signed(automatic(Offers.monthlyPackage("10.00")));
        rulebook.breakOn("engagement/" + broken.id());
        rulebook.refuse("engagement/" + refused.id());

        BillingRun dry = office.ran(new RunRequest(null, null, true, false), Office.NOW);

        assertThat(office.progress(dry).count(Outcome.FAILED)).isEqualTo(1);
        assertThat(office.progress(dry).count(Outcome.REFUSED)).isEqualTo(1);
        assertThat(asides()).isEmpty();
    }

    @Test
    void what_was_set_aside_is_retried_on_demand_P3() {
        SignedEngagement engagement = office.signed(automatic(Offers.monthlyPackage("10.00")));
        rulebook.justifyNothing();
        office.ran(RunRequest.SCHEDULED, Office.NOW);
        rulebook.justifyEverything();

        BillingRun run = office.ran(new RunRequest(engagement.id(), null, false, false), Office.NOW);

        assertThat(office.progress(run).count(Outcome.ISSUED)).isEqualTo(4);
        assertThat(asides()).isEmpty();
    }

    @Test
    void a_dry_run_lists_what_a_run_then_does_and_writes_no_invoice_P4() {
        SignedEngagement engagement = office.signed(automatic(Offers.mixed("1000.00", "100.00")));
        office.approved(engagement, LocalDate.of(2026, 1, 5), 90);

        BillingRun dry = office.ran(new RunRequest(null, null, true, false), Office.NOW);
        int invoicesBefore = invoices().size();
        BillingRun wet = office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(invoicesBefore).isZero();
        assertThat(office.items(dry))
                .extracting(RunItem::engagement, RunItem::billing, RunItem::amount)
                .isEqualTo(office.items(wet).stream()
                        .map(item ->
                                org.assertj.core.groups.Tuple.tuple(item.engagement(), item.billing(), item.amount()))
                        .toList());
        assertThat(office.progress(dry).amounts())
                .isEqualTo(office.progress(wet).amounts());
    }

    @Test
    void a_run_as_of_an_earlier_day_bills_no_more_than_was_due_then() {
        office.signed(automatic(Offers.monthlyPackage("10.00")));

        BillingRun run = office.ran(new RunRequest(null, LocalDate.of(2026, 2, 28), false, false), Office.NOW);

        assertThat(office.items(run))
                .extracting(RunItem::billing)
                .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1));
    }

    @Test
    void a_run_never_bills_ahead_of_today_but_a_dry_run_looks_ahead() {
        office.signed(automatic(Offers.monthlyPackage("10.00")));
        LocalDate ahead = LocalDate.of(2026, 6, 1);

        BillingRun dry = office.ran(new RunRequest(null, ahead, true, false), Office.NOW);
        BillingRun wet = office.ran(new RunRequest(null, ahead, false, false), Office.NOW);

        assertThat(office.progress(dry).count(Outcome.WOULD_ISSUE)).isEqualTo(6);
        assertThat(office.progress(wet).count(Outcome.ISSUED)).isEqualTo(4);
    }

    @Test
    void a_clock_set_back_bills_nothing_again() {
        office.signed(automatic(Offers.monthlyPackage("10.00")));
        office.ran(RunRequest.SCHEDULED, Office.NOW);

        office.ran(RunRequest.SCHEDULED, Office.NOW.minusSeconds(40L * 24 * 3600));
        office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(numbers(invoices())).containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void more_periods_than_fit_one_transaction_are_all_billed() {
        office.signed(automatic(Offers.over(
                LocalDate.of(2024, 1, 1),
                null,
                Offers.offer("package", Offers.packaged("10.00", "weekly", "in_advance"), null))));

        BillingRun run = office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(office.progress(run).count(Outcome.ISSUED)).isEqualTo(119);
        assertThat(office.progress(run).done()).isEqualTo(1);
    }

    @Test
    void a_scheduled_run_starts_only_when_something_is_due_and_none_is_at_work() {
        assertThat(office.engine.startRun().startScheduled(office.firm, Office.NOW))
                .isEmpty();
        office.signed(automatic(Offers.monthlyPackage("10.00")));

        BillingRun run =
                office.engine.startRun().startScheduled(office.firm, Office.NOW).orElseThrow();

        assertThat(office.engine.startRun().startScheduled(office.firm, Office.NOW))
                .isEmpty();
        office.worked(run, Office.NOW);
        assertThat(office.engine.startRun().startScheduled(office.firm, Office.NOW))
                .isEmpty();
        assertThat(invoices()).hasSize(4);
    }

    private void issuedByHand(SignedEngagement engagement) {
        assertThat(office.engine
                        .issueInvoice()
                        .issue(office.admin, InvoiceRequest.dueOf(engagement.id()), null, Office.NOW))
                .isInstanceOf(IssueInvoice.Outcome.Issued.class);
    }

    private List<BillingFailure> asides() {
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.billingFailures().page(office.firm, null, 10));
    }

    private static List<Long> numbers(List<Invoice.Head> heads) {
        return heads.stream()
                .map(head -> head.number().sequence())
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }

    private List<Invoice.Head> invoices() {
        return page(new InvoiceFilter(null, null, null, null, null));
    }

    private List<Invoice.Head> invoicesOf(SignedEngagement engagement) {
        return page(new InvoiceFilter(null, null, engagement.id(), null, null));
    }

    private List<Invoice.Head> page(InvoiceFilter filter) {
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.invoices().page(office.firm, filter, 1000));
    }
}
