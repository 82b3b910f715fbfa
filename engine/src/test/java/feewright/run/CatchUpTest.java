package feewright.run;

import static feewright.fixture.Offers.automatic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import feewright.engagement.CatchUp;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.fixture.Cashier;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.run.RunItem.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run bills after the installation was down, under each policy (requirements P2, E2, H5). */
class CatchUpTest {

    private final Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());

    /** Down since 2 April 2026, when the period of April was billed; up again at noon of the day given. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-02, BILL_EVERY_PERIOD, 0, 0, 0",
        "2026-04-02, BILL_CURRENT_ONLY, 0, 0, 0",
        "2026-04-02, LEAVE_TO_PERSON,   0, 0, 0",
        "2026-05-01, BILL_EVERY_PERIOD, 1, 0, 0",
        "2026-05-01, BILL_CURRENT_ONLY, 1, 0, 0",
        "2026-05-01, LEAVE_TO_PERSON,   1, 0, 0",
        "2026-05-03, BILL_EVERY_PERIOD, 1, 0, 0",
        "2026-05-03, BILL_CURRENT_ONLY, 1, 0, 0",
        "2026-05-03, LEAVE_TO_PERSON,   1, 0, 0",
        "2026-06-10, BILL_EVERY_PERIOD, 2, 0, 0",
        "2026-06-10, BILL_CURRENT_ONLY, 1, 1, 0",
        "2026-06-10, LEAVE_TO_PERSON,   0, 0, 1",
        "2027-06-02, BILL_EVERY_PERIOD, 14, 0, 0",
        "2027-06-02, BILL_CURRENT_ONLY, 1, 13, 0",
        "2027-06-02, LEAVE_TO_PERSON,   0, 0, 1",
    })
    void missed_package_periods_follow_the_policy(LocalDate up, CatchUp policy, int issued, int skipped, int held) {
        SignedEngagement engagement = office.signed(automatic(from(LocalDate.of(2026, 4, 1)), policy));
        office.ran(RunRequest.SCHEDULED, noon(LocalDate.of(2026, 4, 1)));

        BillingRun run = office.ran(RunRequest.SCHEDULED, noon(up));

        RunProgress progress = office.progress(run);
        assertThat(progress.count(Outcome.ISSUED)).isEqualTo(issued);
        assertThat(progress.count(Outcome.SKIPPED)).isEqualTo(skipped);
        assertThat(progress.count(Outcome.NEEDS_REVIEW)).isEqualTo(held);
        assertThat(invoices(engagement)).hasSize(1 + issued);
    }

    @Test
    void every_missed_period_is_billed_with_its_own_dates_oldest_first_P2() {
        SignedEngagement engagement = office.signed(automatic(Offers.mixed("1000.00", "100.00")));
        office.approved(engagement, LocalDate.of(2026, 1, 31), 60);
        office.approved(engagement, LocalDate.of(2026, 2, 1), 60);

        office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(invoices(engagement).reversed())
                .extracting(
                        head -> head.number().sequence(),
                        head -> head.dates().billing(),
                        head -> head.totals().hourly().getAmount().toPlainString())
                .containsExactly(
                        tuple(1L, LocalDate.of(2026, 1, 1), "0.00"),
                        tuple(2L, LocalDate.of(2026, 2, 1), "100.00"),
                        tuple(3L, LocalDate.of(2026, 3, 1), "100.00"),
                        tuple(4L, LocalDate.of(2026, 4, 1), "0.00"));
    }

    @Test
    void hourly_time_of_missed_periods_is_billed_period_by_period_P2() {
        SignedEngagement engagement = office.signed(automatic(Offers.hourly("100.00")));
        office.approved(engagement, LocalDate.of(2026, 1, 31), 60);
        office.approved(engagement, LocalDate.of(2026, 3, 31), 60);

        office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(invoices(engagement).reversed())
                .extracting(head -> head.dates().billing())
                .containsExactly(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 4, 1));
    }

    @Test
    void under_the_policy_current_only_no_time_is_lost() {
        SignedEngagement engagement = office.signed(automatic(Offers.hourly("100.00"), CatchUp.BILL_CURRENT_ONLY));
        office.approved(engagement, LocalDate.of(2026, 1, 31), 60);
        office.approved(engagement, LocalDate.of(2026, 3, 31), 60);

        office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(invoices(engagement)).singleElement().satisfies(head -> {
            assertThat(head.dates().billing()).isEqualTo("2026-04-01");
            assertThat(head.totals().hourly().getAmount()).isEqualByComparingTo("200.00");
        });
    }

    @Test
    void time_approved_after_its_period_was_billed_waits_for_the_next_invoice_H5() {
        SignedEngagement engagement = office.signed(automatic(Offers.hourly("100.00")));
        office.approved(engagement, LocalDate.of(2026, 3, 10), 60);
        office.ran(RunRequest.SCHEDULED, Office.NOW);
        office.approved(engagement, LocalDate.of(2026, 3, 11), 30);

        office.ran(RunRequest.SCHEDULED, Office.NOW);
        int before = invoices(engagement).size();
        office.ran(RunRequest.SCHEDULED, noon(LocalDate.of(2026, 5, 1)));

        assertThat(before).isEqualTo(1);
        assertThat(invoices(engagement)).hasSize(2).first().satisfies(head -> {
            assertThat(head.dates().billing()).isEqualTo("2026-05-01");
            assertThat(head.totals().hourly().getAmount()).isEqualByComparingTo("50.00");
        });
    }

    @Test
    void time_approved_before_its_period_was_billed_at_all_is_billed_at_once() {
        SignedEngagement engagement = office.signed(automatic(Offers.hourly("100.00")));
        office.ran(RunRequest.SCHEDULED, Office.NOW);
        office.approved(engagement, LocalDate.of(2026, 3, 11), 30);

        office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(invoices(engagement))
                .singleElement()
                .satisfies(head -> assertThat(head.dates().billing()).isEqualTo("2026-04-01"));
    }

    @Test
    void the_end_of_a_term_bills_its_remaining_time_C3() {
        SignedEngagement engagement = office.signed(
                automatic(Offers.over(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 15), Offers.hourly("100.00"))));
        office.approved(engagement, LocalDate.of(2026, 3, 14), 60);
        office.ran(RunRequest.SCHEDULED, Office.NOW);
        office.approved(engagement, LocalDate.of(2026, 3, 13), 60);

        office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(invoices(engagement))
                .extracting(head -> head.dates().billing())
                .containsExactly(LocalDate.of(2026, 3, 15), LocalDate.of(2026, 3, 15));
    }

    @Test
    void a_held_engagement_goes_on_by_itself_once_a_person_billed_what_was_missed() {
        SignedEngagement engagement = office.signed(automatic(from(LocalDate.of(2026, 2, 1)), CatchUp.LEAVE_TO_PERSON));
        office.ran(RunRequest.SCHEDULED, Office.NOW);
        int held = invoices(engagement).size();
        office.engine.issueInvoice().issue(office.admin, InvoiceRequest.dueOf(engagement.id()), null, Office.NOW);
        office.engine.issueInvoice().issue(office.admin, InvoiceRequest.dueOf(engagement.id()), null, Office.NOW);

        office.ran(RunRequest.SCHEDULED, Office.NOW);

        assertThat(held).isZero();
        assertThat(invoices(engagement))
                .extracting(head -> head.dates().billing())
                .containsExactly(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 2, 1));
    }

    /** Billed month by month from January to April; February is voided then, and retried at noon of the day given. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-10, BILL_EVERY_PERIOD, 2026-02-01, 0, 0",
        "2026-04-10, BILL_CURRENT_ONLY, 2026-02-01, 0, 0",
        "2026-04-10, LEAVE_TO_PERSON,   2026-02-01, 0, 0",
        "2026-05-02, BILL_CURRENT_ONLY, 2026-02-01 2026-05-01, 0, 0",
        "2026-06-10, BILL_EVERY_PERIOD, 2026-02-01 2026-05-01 2026-06-01, 0, 0",
        "2026-06-10, BILL_CURRENT_ONLY, 2026-02-01 2026-06-01, 1, 0",
        "2026-06-10, LEAVE_TO_PERSON,   2026-02-01, 0, 1",
    })
    void a_period_that_a_void_gave_back_is_billed_under_every_policy_once_it_is_retried_I5(
            LocalDate retried, CatchUp policy, String billed, int skipped, int held) {
        SignedEngagement engagement = office.signed(automatic(from(LocalDate.of(2026, 1, 1)), policy));
        for (int month = 1; month <= 4; month++) {
            office.ran(RunRequest.SCHEDULED, noon(LocalDate.of(2026, month, 1)));
        }
        new Cashier(office).voided(invoice(engagement, LocalDate.of(2026, 2, 1)));

        BillingRun scheduled = office.ran(RunRequest.SCHEDULED, noon(retried));
        BillingRun retry = office.ran(new RunRequest(null, null, false, true), noon(retried));

        assertThat(office.items(scheduled)).isEmpty();
        assertThat(office.items(retry).stream()
                        .filter(item -> item.outcome() == Outcome.ISSUED)
                        .map(RunItem::billing))
                .containsExactlyElementsOf(List.of(billed.split(" ")).stream()
                        .map(LocalDate::parse)
                        .toList());
        assertThat(office.progress(retry).count(Outcome.SKIPPED)).isEqualTo(skipped);
        assertThat(office.progress(retry).count(Outcome.NEEDS_REVIEW)).isEqualTo(held);
    }

    @Test
    void an_older_and_a_younger_void_are_billed_again_in_their_order() {
        SignedEngagement engagement = office.signed(automatic(from(LocalDate.of(2026, 1, 1))));
        office.ran(RunRequest.SCHEDULED, Office.NOW);
        Cashier cashier = new Cashier(office);
        cashier.voided(invoice(engagement, LocalDate.of(2026, 4, 1)));
        cashier.voided(invoice(engagement, LocalDate.of(2026, 1, 1)));

        office.ran(new RunRequest(engagement.id(), null, false, false), Office.NOW);
        office.ran(RunRequest.SCHEDULED, noon(LocalDate.of(2026, 5, 1)));

        assertThat(invoices(engagement).reversed())
                .extracting(
                        head -> head.number().sequence(), head -> head.dates().billing())
                .containsExactly(
                        tuple(1L, LocalDate.of(2026, 1, 1)),
                        tuple(2L, LocalDate.of(2026, 2, 1)),
                        tuple(3L, LocalDate.of(2026, 3, 1)),
                        tuple(4L, LocalDate.of(2026, 4, 1)),
                        tuple(5L, LocalDate.of(2026, 1, 1)),
                        tuple(6L, LocalDate.of(2026, 4, 1)),
                        tuple(7L, LocalDate.of(2026, 5, 1)));
    }

    @Test
    void time_of_a_void_is_billed_with_its_period_again_H4() {
        SignedEngagement engagement = office.signed(automatic(Offers.mixed("1000.00", "100.00")));
        office.approved(engagement, LocalDate.of(2026, 1, 31), 60);
        office.ran(RunRequest.SCHEDULED, Office.NOW);
        new Cashier(office).voided(invoice(engagement, LocalDate.of(2026, 2, 1)));

        office.ran(new RunRequest(null, null, false, true), Office.NOW);

        assertThat(invoices(engagement)).hasSize(5).first().satisfies(head -> {
            assertThat(head.dates().billing()).isEqualTo("2026-02-01");
            assertThat(head.totals().total()).isEqualTo(Cashier.usd("1100.00"));
        });
    }

    private Invoice invoice(SignedEngagement engagement, LocalDate billing) {
        Invoice.Head found = invoices(engagement).stream()
                .filter(head -> head.dates().billing().equals(billing))
                .findFirst()
                .orElseThrow();
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.invoices().find(office.firm, found.id()))
                .orElseThrow();
    }

    private static TermsInput from(LocalDate start) {
        return Offers.over(start, null, Offers.monthlyPackage("1000.00"));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(ZoneId.of("America/New_York")).toInstant();
    }

    private List<Invoice.Head> invoices(SignedEngagement engagement) {
        InvoiceFilter filter = new InvoiceFilter(null, null, engagement.id(), null, null);
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.invoices().page(office.firm, filter, 100));
    }
}
