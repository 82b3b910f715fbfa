package feewright.invoice;

import static feewright.fixture.Cashier.usd;
import static feewright.fixture.Office.hours;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.amendment.AmendmentTexts;
import feewright.amendment.BilledInAdvance;
import feewright.amendment.PauseEngagement;
import feewright.credit.CreditNote;
import feewright.credit.CreditNoteRequest.Excess;
import feewright.credit.CreditNoteRequest.Item;
import feewright.engagement.CatchUp;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.engagement.TermsInput.AdjustmentsOffer;
import feewright.engagement.TermsInput.CapOffer;
import feewright.engagement.TermsInput.IncludedOffer;
import feewright.engagement.TermsInput.MinimumOffer;
import feewright.fixture.Cashier;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.platform.CustomerText;
import feewright.run.BillingRun;
import feewright.run.RunItem;
import feewright.run.RunRequest;
import feewright.time.EntryVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Adjustments of hours in lives that are not straight (requirement E13). At 100.00 an hour. */
class AdjustmentsInLivesTest {

    private static final LocalDate JANUARY_5 = LocalDate.of(2026, 1, 5);
    private static final LocalDate FEBRUARY_1 = LocalDate.of(2026, 2, 1);
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);
    private static final CustomerText REASON = new CustomerText("Reason");

    private final Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
    private final Cashier cashier = new Cashier(office);

    @ParameterizedTest
    @ValueSource(strings = {"period", "engagement"})
    void what_was_written_down_is_asked_for_once_the_work_that_it_made_room_for_is_gone(String span) {
        SignedEngagement engagement = office.signed(Offers.automatic(hourly(cap("250.00", span, "write_down"))));
        List<EntryVersion> first =
                List.of(office.approved(engagement, JANUARY_5, 60), office.approved(engagement, JANUARY_5, 60));
        Invoice january = issued(engagement, FEBRUARY_1);
        office.approved(engagement, LocalDate.of(2026, 1, 6), 60);
        Invoice late = issued(engagement, MARCH_1);
        cashier.voided(january);
        office.engine.reviewTime().reject(office.admin, REASON, first, Office.NOW);

        PreviewInvoice.Outcome preview =
                office.engine.previewInvoice().preview(office.admin, InvoiceRequest.dueOf(engagement.id()), Office.NOW);
        BillingRun run = office.ran(new RunRequest(engagement.id(), null, false, true), Office.NOW);
        BillingRun again = office.ran(new RunRequest(engagement.id(), null, false, true), Office.NOW);

        assertThat(late.head().totals().total()).isEqualTo(usd("50.00"));
        assertThat(preview)
                .isInstanceOfSatisfying(
                        PreviewInvoice.Outcome.Previewed.class,
                        shown -> assertThat(shown.assessment().proposed().frozenLines())
                                .singleElement()
                                .isInstanceOfSatisfying(InvoiceLine.Cap.class, line -> {
                                    assertThat(line.amount()).isEqualTo(usd("50.00"));
                                    assertThat(line.reached()).isEqualTo(new HoursToDate(usd("100.00"), usd("50.00")));
                                    assertThat(Arithmetic.of(line).result()).isEqualTo(line.amount());
                                }));
        assertThat(office.items(run)).extracting(RunItem::amount).containsExactly(usd("50.00"));
        assertThat(office.items(again)).isEmpty();
    }

    @Test
    void what_a_release_leaves_to_ask_for_is_due_with_the_next_invoice_and_not_before_H5() {
        SignedEngagement engagement = office.signed(Offers.automatic(hourly(minimum("200.00"))));
        EntryVersion hour = office.approved(engagement, JANUARY_5, 60);
        Invoice january = issued(engagement, FEBRUARY_1);
        cashier.credited(january, Excess.CREDIT, new Item.Time(1, List.of(hour.entry()), true));

        BillingRun before = office.ran(RunRequest.SCHEDULED, noon(LocalDate.of(2026, 2, 20)));
        BillingRun next = office.ran(RunRequest.SCHEDULED, noon(MARCH_1));

        assertThat(office.items(before)).isEmpty();
        assertThat(office.items(next)).extracting(RunItem::amount).containsExactly(usd("300.00"));
    }

    @Test
    void a_release_takes_no_more_back_of_a_minimum_than_the_time_came_to_L7() {
        SignedEngagement engagement = office.signed(mixed(minimum("90.00")));
        issued(engagement, Offers.START);
        issued(engagement, FEBRUARY_1);
        EntryVersion first = office.approved(engagement, JANUARY_5, 60);
        Invoice march = issued(engagement, MARCH_1);
        office.approved(engagement, JANUARY_5, 60);
        issued(engagement, APRIL_1);
        cashier.voided(march);
        office.engine.reviewTime().reject(office.admin, REASON, List.of(first), Office.NOW);
        EntryVersion half = office.approved(engagement, JANUARY_5, 30);
        Invoice again = issued(engagement, APRIL_1);

        CreditNote note = cashier.credited(again, Excess.CREDIT, new Item.Time(2, List.of(half.entry()), true));
        Invoice next = issued(engagement, APRIL_1);

        assertThat(again.lines())
                .extracting(InvoiceLine::amount)
                .containsExactly(usd("1000.00"), usd("50.00"), usd("-90.00"), usd("90.00"));
        assertThat(note.entry().amount()).isEqualTo(usd("0.00"));
        assertThat(next.lines()).extracting(InvoiceLine::amount).containsExactly(usd("50.00"), usd("-50.00"));
    }

    @ParameterizedTest
    @CsvSource({
        // what happens beyond the cap, hours of January, what January, February and March are billed at; the minimum is
        // 300.00
        "stop, 0, 300.00, 300.00, 100.00",
        "stop, 5, 500.00, 200.00, 0.00",
        "stop, 7, 700.00, 0.00, 0.00",
        "write_down, 5, 500.00, 200.00, 0.00",
    })
    void a_minimum_never_lifts_an_engagement_above_its_cap(
            String beyond, int worked, String january, String february, String march) {
        SignedEngagement engagement = office.signed(mixed(new AdjustmentsOffer(
                null,
                new CapOffer(Offers.usd("700.00"), "engagement", beyond),
                new MinimumOffer(Offers.usd("300.00"), null))));
        for (int hour = 0; hour < worked; hour++) {
            office.approved(engagement, JANUARY_5, hours("1"));
        }
        issued(engagement, Offers.START);

        List<Invoice> months =
                List.of(issued(engagement, FEBRUARY_1), issued(engagement, MARCH_1), issued(engagement, APRIL_1));

        assertThat(months)
                .extracting(invoice -> invoice.head().totals().hourly())
                .containsExactly(usd(january), usd(february), usd(march));
        assertThat(months)
                .extracting(invoice -> invoice.head().totals().packaged())
                .containsOnly(usd("1000.00"));
    }

    @Test
    void under_a_cap_that_stops_only_work_is_told_to_the_rules() {
        SignedEngagement engagement = office.signed(mixed(new AdjustmentsOffer(
                null,
                new CapOffer(Offers.usd("400.00"), "engagement", "stop"),
                new MinimumOffer(Offers.usd("300.00"), null))));
        issued(engagement, Offers.START);
        issued(engagement, FEBRUARY_1);
        office.approved(engagement, LocalDate.of(2026, 2, 5), hours("5"));

        PreviewInvoice.Outcome preview =
                office.engine.previewInvoice().preview(office.admin, InvoiceRequest.dueOf(engagement.id()), Office.NOW);

        assertThat(preview)
                .isInstanceOfSatisfying(
                        PreviewInvoice.Outcome.Previewed.class,
                        shown -> assertThat(shown.assessment().proposed().beyondCap())
                                .isEqualTo(usd("100.00")));
    }

    @Test
    void the_parts_of_a_paused_period_grant_their_minutes_once() {
        SignedEngagement engagement = office.signed(mixed(included(124, 0)));
        issued(engagement, Offers.START);
        office.approved(engagement, JANUARY_5, 60);
        pause(engagement, LocalDate.of(2026, 1, 11));
        office.engine.resumeEngagement().resume(office.admin, engagement.id(), LocalDate.of(2026, 1, 21), Office.NOW);
        office.approved(engagement, LocalDate.of(2026, 1, 25), 60);

        issued(engagement, FEBRUARY_1);
        Invoice february = issued(engagement, FEBRUARY_1);

        assertThat(february.head().totals().hourly()).isEqualTo(usd("60.00"));
    }

    @Test
    void what_was_used_before_a_cut_counts_against_its_parts_and_stays_free() {
        SignedEngagement engagement = office.signed(mixed(included(124, 0), "weekly"));
        issued(engagement, Offers.START);
        office.approved(engagement, JANUARY_5, 120);
        Invoice covered = issued(engagement, LocalDate.of(2026, 1, 8));
        pause(engagement, LocalDate.of(2026, 1, 11));
        office.engine.resumeEngagement().resume(office.admin, engagement.id(), LocalDate.of(2026, 1, 21), Office.NOW);
        office.approved(engagement, LocalDate.of(2026, 1, 25), 60);

        issued(engagement, FEBRUARY_1);
        Invoice february = issued(engagement, FEBRUARY_1);

        assertThat(covered.head().totals().hourly()).isEqualTo(usd("0.00"));
        assertThat(february.head().totals().hourly()).isEqualTo(usd("100.00"));
    }

    @Test
    void a_skipped_period_includes_no_minutes_and_leaves_none() {
        SignedEngagement engagement =
                office.signed(Offers.automatic(mixed(included(60, 600)), CatchUp.BILL_CURRENT_ONLY));
        office.approved(engagement, LocalDate.of(2026, 3, 5), 120);

        BillingRun run = office.ran(RunRequest.SCHEDULED, noon(APRIL_1));

        assertThat(office.items(run))
                .extracting(RunItem::outcome)
                .containsExactlyInAnyOrder(
                        RunItem.Outcome.SKIPPED,
                        RunItem.Outcome.SKIPPED,
                        RunItem.Outcome.SKIPPED,
                        RunItem.Outcome.ISSUED);
        assertThat(office.items(run)).extracting(RunItem::amount).contains(usd("1200.00"));
    }

    @ParameterizedTest
    @CsvSource({"1000.00, 100.00", "999.99, 0.00"})
    void a_period_whose_fee_was_credited_whole_includes_no_minutes(String off, String billed) {
        SignedEngagement engagement = office.signed(mixed(included(60, 0)));
        Invoice january = issued(engagement, Offers.START);
        office.approved(engagement, JANUARY_5, 60);
        cashier.credited(january, Excess.CREDIT, new Item.Amount(1, usd(off)));

        Invoice february = issued(engagement, FEBRUARY_1);

        assertThat(february.head().totals().hourly()).isEqualTo(usd(billed));
    }

    private void pause(SignedEngagement engagement, LocalDate firstDay) {
        office.engine
                .pauseEngagement()
                .pause(
                        office.admin,
                        new PauseEngagement.Request(
                                engagement.id(), firstDay, AmendmentTexts.NONE, BilledInAdvance.CREDIT),
                        Office.NOW);
    }

    private Invoice issued(SignedEngagement engagement, LocalDate asOf) {
        InvoiceRequest request =
                new InvoiceRequest(new InvoiceRequest.Basis.Engagement(engagement.id()), asOf, List.of(), null);
        return switch (office.engine.issueInvoice().issue(office.admin, request, null, Office.NOW)) {
            case IssueInvoice.Outcome.Issued issued -> issued.invoice();
            case IssueInvoice.Outcome other -> throw new AssertionError(other);
        };
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZoneId.of("America/New_York")).toInstant();
    }

    private static TermsInput hourly(AdjustmentsOffer adjustments) {
        return Offers.adjusted(Offers.hourly("100.00"), adjustments);
    }

    private static TermsInput mixed(AdjustmentsOffer adjustments) {
        return mixed(adjustments, "monthly");
    }

    private static TermsInput mixed(AdjustmentsOffer adjustments, String hourlyCadence) {
        return Offers.offer(
                "mixed",
                Offers.packaged("1000.00", "monthly", "in_advance"),
                new TermsInput.HourlyOffer(
                        hourlyCadence, "anniversary", 6, "up", List.of(Offers.rate("100.00")), adjustments));
    }

    private static AdjustmentsOffer cap(String limit, String span, String beyond) {
        return new AdjustmentsOffer(null, new CapOffer(Offers.usd(limit), span, beyond), null);
    }

    private static AdjustmentsOffer minimum(String fee) {
        return new AdjustmentsOffer(null, null, new MinimumOffer(Offers.usd(fee), null));
    }

    private static AdjustmentsOffer included(int minutes, int rollover) {
        return new AdjustmentsOffer(new IncludedOffer(minutes, rollover, null), null, null);
    }
}
