package feewright.contract;

import static feewright.fixture.Offers.automatic;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.CatchUp;
import feewright.engagement.EngagementId;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.engine.Ports;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.InvoiceRequest;
import feewright.run.BillingRun;
import feewright.run.BillingRuns;
import feewright.run.DueFilter;
import feewright.run.DueFilter.Selection;
import feewright.run.RunId;
import feewright.run.RunItem;
import feewright.run.RunItem.Outcome;
import feewright.run.RunProgress;
import feewright.run.RunRequest;
import feewright.run.Slice;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link BillingRuns} and of what finds due work and keeps what is set aside. */
public abstract class RunsContract {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private Office office;
    private Office neighbour;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    @BeforeEach
    void openOffices() {
        office = Office.open(ports(), rulebook);
        neighbour = Office.open(office.ports, rulebook);
        neighbour.signed(automatic(Offers.monthlyPackage("5.00")));
    }

    @Test
    void a_package_is_due_from_its_day_until_it_is_billed() {
        EngagementId id = office.signed(automatic(Offers.over(TODAY, null, Offers.monthlyPackage("5.00"))))
                .id();

        assertThat(due(TODAY.minusDays(1))).isEmpty();
        assertThat(due(TODAY)).containsExactly(id);
        office.ran(RunRequest.SCHEDULED, Office.NOW);
        assertThat(due(LocalDate.of(2026, 5, 9))).isEmpty();
        assertThat(due(LocalDate.of(2026, 5, 10))).containsExactly(id);
    }

    @Test
    void time_is_due_when_its_period_is_over_and_it_is_approved() {
        SignedEngagement hourly = office.signed(automatic(Offers.hourly("100.00")));
        office.submitted(hourly, LocalDate.of(2026, 3, 5), 60);
        assertThat(due(TODAY)).isEmpty();

        office.approved(hourly, LocalDate.of(2026, 3, 6), 60);

        assertThat(due(LocalDate.of(2026, 3, 31))).isEmpty();
        assertThat(due(LocalDate.of(2026, 4, 1))).containsExactly(hourly.id());
    }

    @Test
    void late_time_is_due_with_the_next_period_H5() {
        SignedEngagement hourly = office.signed(automatic(Offers.hourly("100.00")));
        office.approved(hourly, LocalDate.of(2026, 3, 5), 60);
        office.ran(RunRequest.SCHEDULED, Office.NOW);

        office.approved(hourly, LocalDate.of(2026, 3, 6), 60);

        assertThat(due(LocalDate.of(2026, 4, 30))).isEmpty();
        assertThat(due(LocalDate.of(2026, 5, 1))).containsExactly(hourly.id());
    }

    @Test
    void each_zone_is_asked_about_its_own_day() {
        EngagementId id = office.signed(automatic(Offers.over(TODAY, null, Offers.monthlyPackage("5.00"))))
                .id();
        Map<ZoneId, LocalDate> elsewhere = Map.of(ZoneId.of("Pacific/Apia"), TODAY);
        Map<ZoneId, LocalDate> here = Map.of(ZoneId.of("Pacific/Apia"), TODAY.minusDays(1), ZONE, TODAY);

        assertThat(in(() -> office.ports.dueEngagements().zones(office.firm))).containsExactly(ZONE);
        assertThat(due(new DueFilter(elsewhere, Selection.AUTOMATIC))).isEmpty();
        assertThat(due(new DueFilter(here, Selection.AUTOMATIC))).containsExactly(id);
    }

    @Test
    void what_a_person_issues_is_on_a_lane_of_its_own() {
        EngagementId byHand = office.signed(Offers.monthlyPackage("5.00")).id();

        assertThat(due(TODAY)).isEmpty();
        assertThat(due(filter(Selection.BY_HAND))).containsExactly(byHand);
    }

    @Test
    void due_work_is_paged_by_id() {
        EngagementId first =
                office.signed(automatic(Offers.monthlyPackage("5.00"))).id();
        EngagementId second =
                office.signed(automatic(Offers.monthlyPackage("5.00"))).id();

        assertThat(in(() -> office.ports.dueEngagements().next(office.firm, filter(Selection.AUTOMATIC), null, 1)))
                .containsExactly(first);
        assertThat(in(() -> office.ports.dueEngagements().next(office.firm, filter(Selection.AUTOMATIC), first, 10)))
                .containsExactly(second);
    }

    @Test
    void a_run_comes_back_as_it_was_kept() {
        SignedEngagement engagement = office.signed(automatic(Offers.monthlyPackage("5.00")));
        RunRequest request = new RunRequest(engagement.id(), LocalDate.of(2026, 2, 1), true, true);

        BillingRun run = office.ran(request, Office.NOW);

        assertThat(in(() -> office.ports.billingRuns().find(office.firm, run.id())))
                .contains(run);
        assertThat(in(() -> office.ports.billingRuns().page(office.firm, null, 10)))
                .containsExactly(run);
        assertThat(in(() -> office.ports.billingRuns().unfinished(office.firm))).isEmpty();
        assertThat(neighbour
                        .ports
                        .transactions()
                        .reading(
                                neighbour.admin,
                                () -> neighbour.ports.billingRuns().find(neighbour.firm, run.id())))
                .isEmpty();
        assertThat(office.items(run))
                .extracting(RunItem::billing)
                .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1));
    }

    @Test
    void progress_counts_items_and_amounts() {
        office.signed(automatic(Offers.monthlyPackage("5.00")));
        TermsInput held = automatic(Offers.monthlyPackage("5.00"), CatchUp.LEAVE_TO_PERSON);
        office.signed(held);
        TermsInput current = automatic(Offers.monthlyPackage("7.00"), CatchUp.BILL_CURRENT_ONLY);
        office.signed(current);

        BillingRun run = office.ran(RunRequest.SCHEDULED, Office.NOW);

        RunProgress progress = office.progress(run);
        assertThat(progress.items())
                .isEqualTo(Map.of(Outcome.ISSUED, 5L, Outcome.SKIPPED, 3L, Outcome.NEEDS_REVIEW, 1L));
        assertThat(progress.amounts()).containsExactly(Money.parse("USD 27.00"));
        assertThat(progress.due()).isEqualTo(3);
        assertThat(progress.done()).isEqualTo(3);
        assertThat(progress.finishedAt()).isEqualTo(Office.NOW);
        assertThat(in(() ->
                        office.ports.billingRuns().items(run, new BillingRuns.ItemFilter(Outcome.SKIPPED, null), 10)))
                .hasSize(3);
    }

    @Test
    void items_are_paged_in_their_order() {
        office.signed(automatic(Offers.monthlyPackage("5.00")));
        BillingRun run = office.ran(RunRequest.SCHEDULED, Office.NOW);
        RunItem second = office.items(run).get(1);
        BillingRuns.After after = new BillingRuns.After(second.engagement(), second.billing(), second.outcome());

        assertThat(in(() -> office.ports.billingRuns().items(run, new BillingRuns.ItemFilter(null, after), 10)))
                .isEqualTo(office.items(run).subList(2, 4));
    }

    @Test
    void an_open_run_tells_where_to_go_on() {
        office.signed(automatic(Offers.monthlyPackage("5.00")));

        BillingRun run =
                office.engine.startRun().startScheduled(office.firm, Office.NOW).orElseThrow();

        assertThat(in(() -> office.ports.billingRuns().unfinished(office.firm))).containsExactly(run);
        assertThat(in(() -> office.ports.billingRuns().openSlices(run)))
                .containsExactly(new BillingRuns.OpenSlice(new Slice(0, 0, 1), 0));
        assertThat(office.progress(run).finishedAt()).isNull();
    }

    @Test
    void what_is_set_aside_comes_back_when_it_is_billed_by_hand_P3() {
        SignedEngagement engagement = office.signed(automatic(Offers.monthlyPackage("5.00")));
        rulebook.justifyNothing();
        office.ran(RunRequest.SCHEDULED, Office.NOW);
        rulebook.justifyEverything();
        assertThat(due(TODAY)).isEmpty();
        assertThat(due(filter(Selection.AUTOMATIC_AND_SET_ASIDE))).containsExactly(engagement.id());
        assertThat(in(() -> office.ports.billingFailures().page(office.firm, null, 10)))
                .singleElement()
                .satisfies(aside -> {
                    assertThat(aside.outcome()).isEqualTo(Outcome.REFUSED);
                    assertThat(aside.codes()).containsExactly("INV-00");
                    assertThat(aside.decision()).isNotNull();
                    assertThat(aside.since()).isEqualTo(Office.NOW);
                });

        office.engine.issueInvoice().issue(office.admin, InvoiceRequest.dueOf(engagement.id()), null, Office.NOW);

        assertThat(in(() -> office.ports.billingFailures().page(office.firm, null, 10)))
                .isEmpty();
        assertThat(due(TODAY)).containsExactly(engagement.id());
    }

    private List<EngagementId> due(LocalDate day) {
        return due(new DueFilter(Map.of(ZONE, day), Selection.AUTOMATIC));
    }

    private static DueFilter filter(Selection lane) {
        return new DueFilter(Map.of(ZONE, TODAY), lane);
    }

    /** What is found, which is also what a run writes down. */
    private List<EngagementId> due(DueFilter filter) {
        List<EngagementId> due = in(() -> office.ports.dueEngagements().next(office.firm, filter, null, 1000));
        BillingRun run = new BillingRun(
                office.firm, new RunId(office.ports.ids().next()), RunRequest.SCHEDULED, null, Office.NOW);
        int count = in(() -> office.ports.workLists().write(run, filter));
        assertThat(count).isEqualTo(due.size());
        assertThat(in(() -> office.ports.workLists().next(run, new Slice(0, 0, 1000), 0, 1000)))
                .isEqualTo(due);
        return due;
    }

    private <T> T in(Supplier<T> work) {
        return office.ports.transactions().in(office.admin, work);
    }
}
