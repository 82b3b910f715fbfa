package feewright.jdbc.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.engine.ReportUseCases;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceLine;
import feewright.invoice.InvoiceNumber;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.invoice.Issuance;
import feewright.invoice.IssueInvoice;
import feewright.invoice.PreviewInvoice;
import feewright.jdbc.JdbcPorts;
import feewright.jdbc.fixture.TestDatabase;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.ConcurrentChange;
import feewright.platform.IdempotencyKeys.IdempotencyKey;
import feewright.platform.IdempotencyKeys.ResponseBody;
import feewright.platform.IdempotencyKeys.StoredResponse;
import feewright.time.EntryVersion;
import feewright.time.LogTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Sixteen at once on real connections: one effect, no gap, nothing twice. */
class RaceTest {

    private static final int RACERS = 16;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private Office office;

    @BeforeEach
    void openOffice() {
        office = Office.open(TestDatabase.ports(), new PermissiveRulebook());
    }

    @Test
    void sixteen_issues_of_one_preview_make_one_invoice_I3() throws Exception {
        SignedEngagement engagement = office.signed(Offers.mixed("1000.00", "100.00"));
        InvoiceRequest request = InvoiceRequest.dueOf(engagement.id());
        var previewed = ((PreviewInvoice.Outcome.Previewed)
                        office.engine.previewInvoice().preview(office.admin, request, Office.NOW))
                .assessment()
                .fingerprint();

        List<Object> outcomes =
                race(_ -> () -> office.engine.issueInvoice().issue(office.admin, request, previewed, Office.NOW));

        assertThat(outcomes)
                .filteredOn(IssueInvoice.Outcome.Issued.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(IssueInvoice.Outcome.Changed.class::isInstance)
                .hasSize(RACERS - 1);
        assertThat(numbers()).containsExactly(1L);
    }

    @Test
    void sixteen_writers_that_forgot_to_lock_make_one_invoice_P1() throws Exception {
        SignedEngagement engagement = office.signed(Offers.mixed("1000.00", "100.00"));
        Invoice invoice = issue(engagement);
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        office.approved(hourly, DAY, 60);
        office.approved(hourly, DAY, 61);
        Invoice timed = issue(hourly);
        release(invoice);
        release(timed);

        List<Object> outcomes = race(racer -> () -> in(() -> {
            office.ports
                    .invoices()
                    .issue(List.of(
                            new Issuance(copyOf(invoice, 100 + racer), null),
                            new Issuance(copyOf(timed, 200 + racer), null)));
            return "issued";
        }));

        assertThat(outcomes).filteredOn("issued"::equals).hasSize(1);
        assertThat(outcomes).filteredOn(ConcurrentChange.class::isInstance).hasSize(RACERS - 1);
        assertThat(numbers()).hasSize(4);
    }

    /** Each racer approves late work of its own and bills it: whoever does not wait for the others takes minutes that are gone. */
    @Test
    void included_minutes_are_used_once_by_sixteen_that_bill_late_work_E2() throws Exception {
        SignedEngagement engagement = office.signed(Offers.adjusted(
                Offers.mixed("1000.00", "100.00"),
                new TermsInput.AdjustmentsOffer(new TermsInput.IncludedOffer(150, 0, null), null, null)));
        for (int month = 0; month < 4; month++) {
            issue(engagement);
        }

        List<Object> outcomes = race(_ -> () -> {
            office.approved(engagement, DAY, 60);
            return office.engine
                    .issueInvoice()
                    .issue(office.admin, InvoiceRequest.dueOf(engagement.id()), null, Office.NOW);
        });

        List<InvoiceLine> lines = outcomes.stream()
                .filter(IssueInvoice.Outcome.Issued.class::isInstance)
                .flatMap(issued -> ((IssueInvoice.Outcome.Issued) issued).invoice().lines().stream())
                .toList();
        long used = lines.stream()
                .mapToLong(line -> line instanceof InvoiceLine.Included included ? included.minutes() : 0)
                .sum();
        long billed = lines.stream()
                .mapToLong(line -> line instanceof InvoiceLine.Hourly hourly ? hourly.billedMinutes() : 0)
                .sum();
        assertThat(billed).isEqualTo(RACERS * 60L);
        assertThat(used).isEqualTo(150);
        assertThat(ReportUseCases.reconcile(JdbcPorts.on(TestDatabase.pool(), false))
                        .reconcile(office.admin)
                        .isClean())
                .isTrue();
    }

    @RepeatedTest(8)
    void an_entry_is_either_billed_or_edited_H4() throws Exception {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        EntryVersion version = office.approved(hourly, DAY, 60);
        InvoiceRequest request = InvoiceRequest.dueOf(hourly.id());

        List<Object> outcomes = race(racer -> () -> racer % 2 == 0
                ? office.engine.issueInvoice().issue(office.admin, request, null, Office.NOW)
                : office.engine.logTime().revise(office.staff, version, office.note(hourly, DAY, 90), Office.NOW));

        boolean billed = outcomes.stream().anyMatch(IssueInvoice.Outcome.Issued.class::isInstance);
        boolean edited = outcomes.stream().anyMatch(LogTime.Outcome.Logged.class::isInstance);
        assertThat(billed).isNotEqualTo(edited);
        assertThat(outcomes)
                .filteredOn(IssueInvoice.Outcome.Issued.class::isInstance)
                .hasSizeLessThan(2);
        assertThat(outcomes)
                .filteredOn(LogTime.Outcome.Logged.class::isInstance)
                .hasSizeLessThan(2);
        assertThat(outcomes).filteredOn(Exception.class::isInstance).allMatch(ConcurrentChange.class::isInstance);
    }

    @Test
    void numbers_have_no_gap_though_every_second_issue_fails_I4() throws Exception {
        List<SignedEngagement> engagements = new ArrayList<>();
        for (int racer = 0; racer < RACERS; racer++) {
            engagements.add(office.signed(Offers.monthlyPackage("10.00")));
        }

        List<Object> outcomes = race(racer -> () -> in(() -> {
            Invoice invoice = issue(engagements.get(racer));
            if (racer % 2 == 0) {
                throw new ConcurrentChange("crash");
            }
            return invoice;
        }));

        assertThat(outcomes).filteredOn(Invoice.class::isInstance).hasSize(RACERS / 2);
        assertThat(numbers()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void a_day_never_passes_24_hours_H1() throws Exception {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));

        List<Object> outcomes =
                race(_ -> () -> office.engine.logTime().log(office.staff, office.note(hourly, DAY, 240), Office.NOW));

        assertThat(outcomes)
                .filteredOn(LogTime.Outcome.Logged.class::isInstance)
                .hasSize(6);
        int minutes = in(() -> office.ports.timeEntries().minutesOn(office.firm, office.staff.person(), DAY, null));
        assertThat(minutes).isEqualTo(1440);
    }

    @Test
    void one_key_has_one_effect_and_every_caller_gets_its_answer_I3() throws Exception {
        IdempotencyKey key = new IdempotencyKey("key", "e".repeat(64));
        StoredResponse answer = new StoredResponse("e".repeat(64), 201, "/v1/invoices/1", new ResponseBody("{}"));

        List<Object> outcomes = race(_ -> () -> in(() -> {
            var stored = office.ports.idempotencyKeys().claim(office.firm, office.admin.person(), key);
            if (stored.isPresent()) {
                return stored.get();
            }
            office.ports.idempotencyKeys().answer(office.firm, office.admin.person(), key, answer);
            return "effect";
        }));

        assertThat(outcomes).filteredOn("effect"::equals).hasSize(1);
        assertThat(outcomes).filteredOn(answer::equals).hasSize(RACERS - 1);
    }

    /** What came of each racer: its result, or the exception that it ended in. All start at once. */
    private static List<Object> race(IntFunction<Callable<?>> racers) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(RACERS)) {
            List<Future<Object>> running = new ArrayList<>();
            for (int racer = 0; racer < RACERS; racer++) {
                Callable<?> work = racers.apply(racer);
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        return work.call();
                    } catch (ConcurrentChange lost) {
                        return lost;
                    }
                }));
            }
            start.countDown();
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> racer : running) {
                outcomes.add(racer.get());
            }
            return outcomes;
        }
    }

    private Invoice issue(SignedEngagement engagement) {
        IssueInvoice.Outcome outcome = office.engine
                .issueInvoice()
                .issue(office.admin, InvoiceRequest.dueOf(engagement.id()), null, Office.NOW);
        return ((IssueInvoice.Outcome.Issued) outcome).invoice();
    }

    /** Gives back what an invoice claimed, as a void will. */
    private void release(Invoice invoice) {
        Statements statements = new Statements(TestDatabase.pool());
        in(() -> statements.changes(
                """
                delete from period_claim where firm_id = :firm and invoice_id = :invoice;
                delete from time_claim where firm_id = :firm and invoice_id = :invoice;
                update time_entry h
                set state = 'approved'
                from invoice_line_time t
                where t.firm_id = :firm and t.invoice_id = :invoice and h.firm_id = :firm and h.entry_id = t.entry_id
                """, Parameters.of(office.firm).uuid("invoice", invoice.id().value())));
    }

    private Invoice copyOf(Invoice invoice, long number) {
        Invoice.Head head = invoice.head();
        return new Invoice(
                new Invoice.Head(
                        new InvoiceId(office.ports.ids().next()),
                        new InvoiceNumber("COPY", number),
                        head.parties(),
                        head.dates(),
                        head.currency(),
                        head.totals(),
                        head.provenance()),
                invoice.lines());
    }

    private List<Long> numbers() {
        return in(() ->
                office.ports.invoices().page(office.firm, new InvoiceFilter(null, null, null, null, null), 100).stream()
                        .map(head -> head.number().sequence())
                        .toList());
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return office.ports.transactions().in(office.admin, work);
    }
}
