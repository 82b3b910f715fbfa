package feewright.contract;

import static feewright.fixture.Offers.automatic;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.credit.CreditNoteRequest.Excess;
import feewright.credit.CreditNoteRequest.Item;
import feewright.engagement.EngagementId;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.engine.Ports;
import feewright.fixture.Cashier;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.InvoiceRequest;
import feewright.platform.CustomerText;
import feewright.run.BillSlice;
import feewright.run.BillingFailure;
import feewright.run.BillingRun;
import feewright.run.BillingRuns.OpenSlice;
import feewright.run.BillingRuns.SliceAdvance;
import feewright.run.DueFilter;
import feewright.run.RunItem;
import feewright.run.RunItem.Outcome;
import feewright.run.RunRequest;
import feewright.run.Slice;
import feewright.run.StartRun;
import feewright.run.WorkLists;
import feewright.time.EntryVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link WorkLists}, and that a run does what is on its list, whoever takes it up (requirements P1, P3 to P5). */
public abstract class WorkListsContract {

    private static final RunRequest DRY = new RunRequest(null, null, true, false);
    private static final RunRequest RETRY = new RunRequest(null, null, false, true);
    private static final Slice EVERYTHING = new Slice(0, 0, 1000);

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private Office office;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    @BeforeEach
    void openOffice() {
        office = Office.open(ports(), rulebook);
    }

    @Test
    void slices_share_out_what_was_due_once_and_neighbours_stay_together() {
        List<EngagementId> due = due(11);
        office.signed(Offers.monthlyPackage("5.00"));

        BillingRun run = started(RunRequest.SCHEDULED);

        List<EngagementId> found = new ArrayList<>();
        for (Slice slice : List.of(new Slice(0, 0, 3), new Slice(1, 3, 7), new Slice(2, 7, 11))) {
            found.addAll(next(run, slice, slice.from(), 2));
            found.addAll(next(run, slice, slice.from() + 2, 100));
            assertThat(next(run, slice, slice.to(), 100)).isEmpty();
        }
        assertThat(found).isEqualTo(due);
        assertThat(openSlices(run)).containsExactly(new OpenSlice(new Slice(0, 0, 11), 0));
    }

    @Test
    void a_slice_is_taken_off_and_the_others_stay() {
        List<EngagementId> due = due(4);
        BillingRun run = started(RunRequest.SCHEDULED);
        BillingRun other = started(DRY);

        in(() -> {
            office.ports.workLists().strike(run, new Slice(0, 1, 3));
            return run;
        });

        assertThat(next(run, EVERYTHING, 0, 100)).containsExactly(due.get(0), due.get(3));
        assertThat(next(other, EVERYTHING, 0, 100)).isEqualTo(due);
    }

    @Test
    void nobody_else_sees_the_list_of_a_firm() {
        due(2);
        BillingRun run = started(RunRequest.SCHEDULED);
        Office neighbour = Office.open(office.ports, rulebook);

        BillingRun guessed =
                new BillingRun(neighbour.firm, run.id(), run.request(), run.requestedBy(), run.startedAt());
        List<EngagementId> seen = office.ports
                .transactions()
                .reading(neighbour.admin, () -> office.ports.workLists().next(guessed, EVERYTHING, 0, 100));

        assertThat(seen).isEmpty();
    }

    @Test
    void a_run_of_one_engagement_lists_no_other_P5() {
        EngagementId packaged = due(2).getFirst();
        var hourly = office.signed(automatic(Offers.hourly("100.00")));
        var idle = office.signed(automatic(Offers.hourly("100.00")));
        office.approved(hourly, LocalDate.of(2026, 3, 5), 60);

        assertThat(listed(of(packaged))).containsExactly(packaged);
        assertThat(listed(of(hourly.id()))).containsExactly(hourly.id());
        assertThat(listed(of(idle.id()))).isEmpty();
        assertThat(listed(new RunRequest(packaged, LocalDate.of(2025, 12, 31), false, false)))
                .isEmpty();
    }

    @Test
    void what_was_set_aside_is_on_the_list_of_a_retry_only_P3() {
        List<EngagementId> due = due(2);
        setAside(due.getFirst());

        assertThat(listed(RunRequest.SCHEDULED)).containsExactly(due.getLast());
        assertThat(listed(RETRY)).isEqualTo(due);
        assertThat(listed(of(due.getFirst()))).containsExactly(due.getFirst());
    }

    @Test
    void a_run_that_was_left_before_its_first_batch_is_taken_up_P1() {
        due(3);
        BillingRun run = started(RunRequest.SCHEDULED);

        worked(run, 0);
        assertThat(office.items(run)).isEmpty();
        office.worked(run, Office.NOW);

        assertThat(office.progress(run).count(Outcome.ISSUED)).isEqualTo(12);
        assertThat(office.progress(run).done()).isEqualTo(3);
    }

    @Test
    void a_run_that_was_left_within_a_slice_goes_on_from_there_P1() {
        List<EngagementId> due = due(5);
        BillingRun run = started(RunRequest.SCHEDULED);

        worked(run, 1);

        assertThat(openSlices(run)).containsExactly(new OpenSlice(new Slice(0, 0, 5), 2));
        assertThat(office.progress(run).done()).isEqualTo(2);
        assertThat(billed(run)).containsExactlyElementsOf(due.subList(0, 2));
        office.worked(run, Office.NOW);
        assertThat(billed(run)).containsExactlyElementsOf(due);
        assertThat(office.progress(run).count(Outcome.ISSUED)).isEqualTo(20);
        assertThat(office.progress(run).done()).isEqualTo(5);
    }

    @Test
    void a_slice_never_goes_back() {
        due(5);
        BillingRun run = started(RunRequest.SCHEDULED);

        in(() -> {
            office.ports.billingRuns().advance(run, new SliceAdvance(0, 4, Office.NOW), List.of());
            office.ports.billingRuns().advance(run, new SliceAdvance(0, 2, Office.NOW), List.of());
            return run;
        });

        assertThat(openSlices(run)).containsExactly(new OpenSlice(new Slice(0, 0, 5), 4));
    }

    @Test
    void what_becomes_due_after_the_start_waits_for_the_next_run() {
        List<EngagementId> due = due(3);
        BillingRun run = started(RunRequest.SCHEDULED);
        worked(run, 1);
        List<EngagementId> later = due(2);

        office.worked(run, Office.NOW);
        BillingRun next = office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(billed(run)).containsExactlyElementsOf(due);
        assertThat(office.progress(run).due()).isEqualTo(3);
        assertThat(billed(next)).containsExactlyElementsOf(later);
    }

    @Test
    void what_was_billed_or_set_aside_after_the_start_is_left_alone_P1_P3() {
        List<EngagementId> due = due(3);
        BillingRun run = started(RunRequest.SCHEDULED);
        BillingRun dry = started(DRY);
        for (int period = 0; period < 4; period++) {
            office.engine.issueInvoice().issue(office.admin, InvoiceRequest.dueOf(due.getFirst()), null, Office.NOW);
        }
        setAside(due.get(1));

        office.worked(dry, Office.NOW);
        office.worked(run, Office.NOW);

        assertThat(billed(dry)).containsExactly(due.getLast());
        assertThat(billed(run)).containsExactly(due.getLast());
        assertThat(office.progress(run).done()).isEqualTo(3);
    }

    @Test
    void what_a_billed_period_lacks_is_listed_with_the_next_billing_date_or_at_once_after_the_term_H5() {
        SignedEngagement open = office.signed(withMinimum());
        SignedEngagement over = office.signed(Offers.over(Offers.START, LocalDate.of(2026, 4, 1), withMinimum()));

        released(open);
        released(over);

        assertThat(listed(RunRequest.SCHEDULED)).containsExactly(over.id());
        assertThat(listed(of(open.id()))).isEmpty();
        assertThat(listed(new RunRequest(null, LocalDate.of(2026, 5, 1), true, false)))
                .containsExactlyInAnyOrder(open.id(), over.id());
        DueFilter today = new DueFilter(
                Map.of(open.terms().conditions().zone(), LocalDate.of(2026, 4, 10)), DueFilter.Selection.AUTOMATIC);
        assertThat(in(() -> office.ports.dueEngagements().next(office.firm, today, null, 10)))
                .containsExactly(over.id());
    }

    private static TermsInput withMinimum() {
        return automatic(Offers.adjusted(
                Offers.hourly("100.00"),
                new TermsInput.AdjustmentsOffer(null, null, new TermsInput.MinimumOffer(Offers.usd("200.00"), null))));
    }

    /** Bills an hour, and releases and rejects it. */
    private void released(SignedEngagement engagement) {
        EntryVersion hour = office.approved(engagement, LocalDate.of(2026, 1, 5), 60);
        Cashier cashier = new Cashier(office);
        cashier.credited(cashier.issued(engagement), Excess.CREDIT, new Item.Time(1, List.of(hour.entry()), true));
        office.engine.reviewTime().reject(office.admin, new CustomerText("Reason"), List.of(hour), Office.NOW);
    }

    @Test
    void nothing_is_left_on_the_list_of_a_finished_run() {
        due(3);

        for (RunRequest request : List.of(DRY, RunRequest.SCHEDULED, RETRY)) {
            BillingRun run = office.ran(request, Office.NOW);

            assertThat(office.progress(run).finishedAt()).isEqualTo(Office.NOW);
            assertThat(next(run, EVERYTHING, 0, 100)).isEmpty();
        }
    }

    /** Engagements that have four package periods due. */
    private List<EngagementId> due(int count) {
        return Stream.generate(() ->
                        office.signed(automatic(Offers.monthlyPackage("5.00"))).id())
                .limit(count)
                .toList();
    }

    private static RunRequest of(EngagementId engagement) {
        return new RunRequest(engagement, null, false, false);
    }

    private BillingRun started(RunRequest request) {
        if (office.engine.startRun().start(office.admin, request, Office.NOW)
                instanceof StartRun.Outcome.Started(BillingRun run)) {
            return run;
        }
        throw new AssertionError("the run starts");
    }

    private List<EngagementId> listed(RunRequest request) {
        return next(started(request), EVERYTHING, 0, 100);
    }

    /** Works so many batches of two. */
    private void worked(BillingRun run, int batches) {
        AtomicInteger left = new AtomicInteger(batches);
        BillSlice.Worker shift = new BillSlice.Worker(() -> Office.NOW, () -> left.getAndDecrement() > 0);
        openSlices(run).forEach(slice -> office.engine.billSlice(2).work(run, slice, shift));
    }

    private List<OpenSlice> openSlices(BillingRun run) {
        return in(() -> office.ports.billingRuns().openSlices(run));
    }

    private List<EngagementId> next(BillingRun run, Slice slice, int place, int limit) {
        return in(() -> office.ports.workLists().next(run, slice, place, limit));
    }

    private List<EngagementId> billed(BillingRun run) {
        return office.items(run).stream().map(RunItem::engagement).distinct().toList();
    }

    private void setAside(EngagementId engagement) {
        LocalDate billing = LocalDate.of(2026, 1, 1);
        BillingFailure aside = new BillingFailure(
                engagement, null, billing, Outcome.NEEDS_REVIEW, List.of("by-hand"), null, Office.NOW);
        in(() -> {
            office.ports.billingFailures().add(office.firm, List.of(aside));
            return aside;
        });
    }

    private <T> T in(Supplier<T> work) {
        return office.ports.transactions().in(office.admin, work);
    }
}
