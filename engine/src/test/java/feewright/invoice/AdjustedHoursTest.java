package feewright.invoice;

import static feewright.fixture.Office.hours;
import static org.assertj.core.api.Assertions.assertThat;

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
import feewright.run.BillingRun;
import feewright.run.RunItem;
import feewright.run.RunRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Included minutes, cap and minimum of hourly terms, as invoices show them (requirements E2, I2). At 100.00 an hour. */
class AdjustedHoursTest {

    private static final LocalDate JANUARY_5 = LocalDate.of(2026, 1, 5);
    private static final LocalDate FEBRUARY_1 = LocalDate.of(2026, 2, 1);
    private static final LocalDate FEBRUARY_5 = LocalDate.of(2026, 2, 5);
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);

    private final Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
    private final Cashier cashier = new Cashier(office);

    @ParameterizedTest
    @CsvSource({
        // start, minimum, proration, minutes on the start day, what the period to the end of its month is billed at
        "2026-01-01, 500.00, by_day, 0, 500.00",
        "2026-01-01, 500.00, by_day, 60, 500.00",
        "2026-01-01, 500.00, by_day, 300, 500.00",
        "2026-01-01, 500.00, by_day, 306, 510.00",
        "2026-01-15, 500.00, by_day, 0, 274.19",
        "2026-01-15, 500.00, by_day, 60, 274.19",
        "2026-01-15, 500.00, full, 60, 500.00",
        "2024-02-29, 100.00, by_day, 0, 3.45",
        "2023-02-28, 100.00, by_day, 0, 3.57",
        "2026-01-31, 0.20, by_day, 0, 0.01",
    })
    void a_period_is_billed_at_its_minimum_at_least(
            LocalDate start, String minimum, String proration, int minutes, String billed) {
        SignedEngagement engagement = office.signed(
                Offers.over(start, start.plusMonths(1).withDayOfMonth(1), calendar(minimum(minimum, proration))));
        if (minutes > 0) {
            office.approved(engagement, start, minutes);
        }

        Invoice invoice = issued(engagement, start.plusMonths(1).withDayOfMonth(1));

        assertThat(invoice.head().totals().hourly()).isEqualTo(usd(billed));
        assertThat(issue(engagement, APRIL_1)).isEqualTo(new IssueInvoice.Outcome.NothingDue(null));
    }

    @Test
    void late_work_is_paid_by_what_was_made_up_before_it_H5() {
        SignedEngagement engagement = office.signed(hourly(minimum("500.00", "by_day")));
        issued(engagement, FEBRUARY_1);
        office.approved(engagement, JANUARY_5, hours("3"));
        office.approved(engagement, JANUARY_5, hours("4"));

        Invoice march = issued(engagement, MARCH_1);

        assertThat(amounts(march)).containsExactly("700.00", "-500.00", "500.00");
    }

    @Test
    void a_run_bills_periods_without_any_work_and_each_once_P1() {
        SignedEngagement engagement = office.signed(Offers.automatic(hourly(minimum("500.00", "by_day"))));

        BillingRun run = office.ran(RunRequest.SCHEDULED, Office.NOW);
        BillingRun again = office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(office.progress(run).count(RunItem.Outcome.ISSUED)).isEqualTo(3);
        assertThat(office.progress(again).due()).isZero();
        assertThat(issue(engagement, APRIL_1)).isEqualTo(new IssueInvoice.Outcome.NothingDue(LocalDate.of(2026, 5, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        // included, rolled over at most, minutes worked in January, February and March, what they are billed at
        "120, 0, 60, 60, 60, 0.00 0.00 0.00",
        "120, 0, 120, 126, 180, 0.00 10.00 100.00",
        "120, 0, 0, 240, 120, 0.00 200.00 0.00",
        "120, 60, 0, 240, 120, 0.00 100.00 0.00",
        "120, 120, 0, 240, 120, 0.00 0.00 0.00",
        "120, 120, 0, 0, 300, 0.00 0.00 100.00",
        "120, 240, 0, 0, 300, 0.00 0.00 0.00",
        "120, 240, 60, 120, 240, 0.00 0.00 100.00",
    })
    void included_minutes_are_used_up_first_and_go_over_up_to_a_limit(
            int minutes, int rollover, int january, int february, int march, String billed) {
        SignedEngagement engagement = office.signed(mixed(included(minutes, rollover, null)));
        work(engagement, JANUARY_5, january);
        work(engagement, FEBRUARY_5, february);
        work(engagement, LocalDate.of(2026, 3, 5), march);
        issued(engagement, LocalDate.of(2026, 1, 1));

        List<String> hourly = new ArrayList<>();
        for (LocalDate month : List.of(FEBRUARY_1, MARCH_1, APRIL_1)) {
            hourly.add(issued(engagement, month)
                    .head()
                    .totals()
                    .hourly()
                    .getAmount()
                    .toPlainString());
        }

        assertThat(String.join(" ", hourly)).isEqualTo(billed);
    }

    @Test
    void late_work_uses_only_what_no_later_period_took_H5() {
        SignedEngagement engagement = office.signed(mixed(included(120, 60, null)));
        work(engagement, JANUARY_5, 30);
        work(engagement, FEBRUARY_5, 150);
        issued(engagement, LocalDate.of(2026, 1, 1));
        issued(engagement, FEBRUARY_1);
        issued(engagement, MARCH_1);
        work(engagement, JANUARY_5, 120);

        Invoice april = issued(engagement, APRIL_1);

        assertThat(amounts(april)).containsExactly("1000.00", "200.00", "-100.00");
        assertThat(april.lines().getLast())
                .isInstanceOfSatisfying(
                        InvoiceLine.Included.class,
                        line -> assertThat(line.minutes()).isEqualTo(60));
    }

    @Test
    void the_oldest_work_is_included_first_whoever_did_it() {
        SignedEngagement engagement = office.signed(mixed(included(90, 0, "80.00"), List.of()));
        work(engagement, LocalDate.of(2026, 1, 7), 60);
        work(engagement, JANUARY_5, 60);
        issued(engagement, LocalDate.of(2026, 1, 1));

        Invoice february = issued(engagement, FEBRUARY_1);

        assertThat(amounts(february)).containsExactly("1000.00", "160.00", "-120.00");
    }

    @Test
    void work_beyond_the_cap_of_a_period_is_written_down_H5() {
        SignedEngagement engagement = office.signed(hourly(cap("250.00", "period", "write_down")));
        work(engagement, JANUARY_5, hours("2"));
        work(engagement, LocalDate.of(2026, 1, 6), hours("1"));
        work(engagement, FEBRUARY_5, hours("1"));

        Invoice first = issued(engagement, FEBRUARY_1);
        work(engagement, JANUARY_5, hours("1"));
        Invoice second = issued(engagement, MARCH_1);

        assertThat(amounts(first)).containsExactly("300.00", "-50.00");
        assertThat(amounts(second)).containsExactly("100.00", "100.00", "-100.00");
    }

    @Test
    void the_cap_of_an_engagement_counts_all_that_it_was_billed() {
        AdjustmentsOffer adjustments = new AdjustmentsOffer(
                null,
                new CapOffer(Offers.usd("700.00"), "engagement", "write_down"),
                new MinimumOffer(Offers.usd("300.00"), null));
        SignedEngagement engagement = office.signed(hourly(adjustments));
        work(engagement, JANUARY_5, hours("5"));

        assertThat(amounts(issued(engagement, FEBRUARY_1))).containsExactly("500.00");
        assertThat(amounts(issued(engagement, MARCH_1))).containsExactly("300.00", "-100.00");
        assertThat(amounts(issued(engagement, APRIL_1))).containsExactly("300.00", "-300.00");
    }

    @Test
    void time_beyond_a_cap_that_stops_is_told_to_the_rules() {
        SignedEngagement engagement = office.signed(hourly(cap("250.00", "period", "stop")));
        work(engagement, JANUARY_5, hours("3"));

        PreviewInvoice.Outcome preview =
                office.engine.previewInvoice().preview(office.admin, InvoiceRequest.dueOf(engagement.id()), Office.NOW);

        assertThat(preview).isInstanceOfSatisfying(PreviewInvoice.Outcome.Previewed.class, shown -> {
            assertThat(shown.assessment().proposed().beyondCap()).isEqualTo(usd("50.00"));
            assertThat(shown.assessment().proposed().totals().total()).isEqualTo(usd("300.00"));
        });
    }

    @Test
    void a_void_gives_back_what_was_used_and_the_same_is_billed_again_I5() {
        AdjustmentsOffer all = new AdjustmentsOffer(
                new IncludedOffer(60, 30, null),
                new CapOffer(Offers.usd("300.00"), "period", "write_down"),
                new MinimumOffer(Offers.usd("150.00"), null));
        SignedEngagement engagement = office.signed(mixed(all));
        work(engagement, JANUARY_5, hours("6"));
        work(engagement, FEBRUARY_5, hours("2"));
        issued(engagement, LocalDate.of(2026, 1, 1));
        Invoice february = issued(engagement, FEBRUARY_1);
        Invoice march = issued(engagement, MARCH_1);
        Invoice april = issued(engagement, APRIL_1);

        for (Invoice invoice : List.of(february, march, april)) {
            cashier.voided(invoice);
            assertThat(issued(engagement, APRIL_1).lines()).isEqualTo(invoice.lines());
        }
        assertThat(amounts(february)).containsExactly("1000.00", "600.00", "-100.00", "-200.00");
        assertThat(amounts(march)).containsExactly("1000.00", "200.00", "-100.00", "50.00");
        assertThat(amounts(april)).containsExactly("1000.00", "150.00");
    }

    private void work(SignedEngagement engagement, LocalDate day, int minutes) {
        if (minutes > 0) {
            office.approved(engagement, day, minutes);
        }
    }

    private Invoice issued(SignedEngagement engagement, LocalDate asOf) {
        Invoice invoice = switch (issue(engagement, asOf)) {
            case IssueInvoice.Outcome.Issued found -> found.invoice();
            case IssueInvoice.Outcome other -> throw new AssertionError(other);
        };
        assertThat(invoice.lines())
                .allSatisfy(line -> assertThat(Arithmetic.of(line).result()).isEqualTo(line.amount()));
        return invoice;
    }

    private IssueInvoice.Outcome issue(SignedEngagement engagement, LocalDate asOf) {
        InvoiceRequest request =
                new InvoiceRequest(new InvoiceRequest.Basis.Engagement(engagement.id()), asOf, List.of(), null);
        return office.engine.issueInvoice().issue(office.admin, request, null, Office.NOW);
    }

    private static List<String> amounts(Invoice invoice) {
        return invoice.lines().stream()
                .map(line -> line.amount().getAmount().toPlainString())
                .toList();
    }

    private static TermsInput hourly(AdjustmentsOffer adjustments) {
        return Offers.adjusted(Offers.hourly("100.00"), adjustments);
    }

    private static TermsInput mixed(AdjustmentsOffer adjustments) {
        return Offers.adjusted(Offers.mixed("1000.00", "100.00"), adjustments);
    }

    private static TermsInput mixed(AdjustmentsOffer adjustments, List<TermsInput.RateOffer> rates) {
        return Offers.offer(
                "mixed",
                Offers.packaged("1000.00", "monthly", "in_advance"),
                new TermsInput.HourlyOffer("monthly", "anniversary", 6, "up", rates, adjustments));
    }

    /** Monthly hours, by the calendar. */
    private static TermsInput calendar(AdjustmentsOffer adjustments) {
        return Offers.offer(
                "hourly",
                null,
                new TermsInput.HourlyOffer(
                        "monthly", "calendar", 6, "up", List.of(Offers.rate("100.00")), adjustments));
    }

    private static AdjustmentsOffer minimum(String fee, String proration) {
        return new AdjustmentsOffer(null, null, new MinimumOffer(Offers.usd(fee), proration));
    }

    private static AdjustmentsOffer cap(String limit, String span, String beyond) {
        return new AdjustmentsOffer(null, new CapOffer(Offers.usd(limit), span, beyond), null);
    }

    private static AdjustmentsOffer included(int minutes, int rollover, @Nullable String beyond) {
        return new AdjustmentsOffer(
                new IncludedOffer(minutes, rollover, beyond == null ? null : Offers.usd(beyond)), null, null);
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }
}
