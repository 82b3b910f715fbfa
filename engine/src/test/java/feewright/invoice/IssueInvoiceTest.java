package feewright.invoice;

import static feewright.fixture.Office.hours;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.rule.Conclusion.Violation;
import feewright.rule.Decisions.DecisionFilter;
import feewright.time.Approval.Side;
import feewright.time.BilledTime;
import feewright.time.EntryVersion;
import feewright.time.TimeEntryInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class IssueInvoiceTest {

    private static final LocalDate JANUARY_5 = LocalDate.of(2026, 1, 5);
    private static final LocalDate MARCH_31 = LocalDate.of(2026, 3, 31);
    private static final LocalDate APRIL_2 = LocalDate.of(2026, 4, 2);

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);

    @Test
    void a_mixed_invoice_keeps_package_and_hours_apart_and_adds_up_I2() {
        SignedEngagement mixed = office.signed(Offers.mixed("1000.00", "125.00"));
        office.approved(mixed, JANUARY_5, hours("1.5"));
        issued(mixed);

        Invoice february = issued(mixed);

        assertThat(february.head().dates().billing()).isEqualTo("2026-02-01");
        assertThat(february.head().totals().packaged()).isEqualTo(Money.parse("USD 1000.00"));
        assertThat(february.head().totals().hourly()).isEqualTo(Money.parse("USD 187.50"));
        assertThat(february.head().totals().total()).isEqualTo(Money.parse("USD 1187.50"));
        assertThat(february.lines())
                .extracting(InvoiceLine::category)
                .containsExactly(Category.PACKAGE, Category.HOURLY);
    }

    @Test
    void missed_periods_are_billed_one_by_one_oldest_first_P2() {
        SignedEngagement monthly = office.signed(Offers.monthlyPackage("1000.00"));

        List<LocalDate> billed = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        while (issue(monthly) instanceof IssueInvoice.Outcome.Issued(Invoice invoice, InvoiceTexts _)) {
            billed.add(
                    ((InvoiceLine.Packaged) invoice.lines().getFirst()).period().start());
            numbers.add(invoice.head().number().toString());
        }

        assertThat(billed)
                .extracting(LocalDate::toString)
                .containsExactly("2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01");
        assertThat(numbers).containsExactly("INV-000001", "INV-000002", "INV-000003", "INV-000004");
        assertThat(issue(monthly)).isEqualTo(new IssueInvoice.Outcome.NothingDue(LocalDate.of(2026, 5, 1)));
    }

    @Test
    void time_is_billed_when_its_period_is_over_and_not_before_C3() {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        office.approved(hourly, MARCH_31, hours("1"));
        office.approved(hourly, APRIL_2, hours("1"));

        Invoice invoice = issued(hourly);

        assertThat(items(invoice)).extracting(TimeItem::workedOn).containsExactly(MARCH_31);
        assertThat(issue(hourly)).isEqualTo(new IssueInvoice.Outcome.NothingDue(LocalDate.of(2026, 5, 1)));
    }

    @Test
    void the_end_of_a_term_bills_its_remaining_time_C3() {
        SignedEngagement ending =
                office.signed(Offers.over(Offers.START, LocalDate.of(2026, 4, 8), Offers.hourly("100.00")));
        office.approved(ending, APRIL_2, hours("1"));

        assertThat(items(issued(ending))).extracting(TimeItem::workedOn).containsExactly(APRIL_2);
    }

    @Test
    void late_time_goes_on_the_next_invoice_with_its_own_dates_H5() {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        office.approved(hourly, MARCH_31, hours("1"));
        issued(hourly);
        office.approved(hourly, JANUARY_5, hours("2"));

        assertThat(items(issued(hourly))).extracting(TimeItem::workedOn).containsExactly(JANUARY_5);
    }

    @Test
    void minutes_are_shown_as_worked_and_as_billed() {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        office.approved(hourly, JANUARY_5, 7);
        office.approved(hourly, JANUARY_5, 7);

        Invoice invoice = issued(hourly);

        assertThat(items(invoice)).extracting(TimeItem::workedMinutes).containsExactly(7, 7);
        assertThat(items(invoice)).extracting(TimeItem::billedMinutes).containsExactly(12, 12);
        assertThat(invoice.head().totals().total()).isEqualTo(Money.parse("USD 40.00"));
    }

    @Test
    void what_was_previewed_is_what_is_issued_I3() {
        SignedEngagement mixed = office.signed(Offers.mixed("1000.00", "125.00"));
        PreviewInvoice.Outcome.Previewed preview = previewed(mixed);
        Fingerprint seen = preview.assessment().fingerprint();

        IssueInvoice.Outcome outcome =
                office.engine.issueInvoice().issue(office.admin, InvoiceRequest.dueOf(mixed.id()), seen, Office.NOW);

        assertThat(outcome).isInstanceOf(IssueInvoice.Outcome.Issued.class);
        Invoice invoice = ((IssueInvoice.Outcome.Issued) outcome).invoice();
        assertThat(invoice.lines()).isEqualTo(preview.assessment().proposed().frozenLines());
        assertThat(invoice.head().provenance().fingerprint()).isEqualTo(seen);
    }

    @Test
    void a_preview_that_no_longer_matches_is_not_issued_I3() {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        office.approved(hourly, JANUARY_5, hours("1"));
        Fingerprint before = previewed(hourly).assessment().fingerprint();
        office.approved(hourly, JANUARY_5, hours("1"));

        assertThat(issue(hourly, before)).isInstanceOf(IssueInvoice.Outcome.Changed.class);

        Fingerprint now = previewed(hourly).assessment().fingerprint();
        rulebook.replacePack('1');
        assertThat(issue(hourly, now)).isInstanceOf(IssueInvoice.Outcome.Changed.class);

        issued(hourly);
        assertThat(issue(hourly, now)).isEqualTo(new IssueInvoice.Outcome.Changed(null));
    }

    @Test
    void a_preview_writes_nothing_I3() {
        SignedEngagement mixed = office.signed(Offers.mixed("1000.00", "125.00"));
        int decisions = office.ports
                .decisions()
                .page(office.firm, DecisionFilter.ANY, 100)
                .size();

        previewed(mixed);

        assertThat(office.ports.invoices().page(office.firm, anything(), 10)).isEmpty();
        assertThat(office.ports.decisions().page(office.firm, DecisionFilter.ANY, 100))
                .hasSize(decisions);
    }

    @Test
    void a_line_that_no_rule_justifies_is_refused_by_default() {
        SignedEngagement monthly = office.signed(Offers.monthlyPackage("1000.00"));
        rulebook.justifyNothing();

        IssueInvoice.Outcome outcome = issue(monthly);

        assertThat(outcome).isInstanceOf(IssueInvoice.Outcome.Refused.class);
        assertThat(((IssueInvoice.Outcome.Refused) outcome).decision().verdict().violations())
                .containsExactly(new Violation(Assessment.UNJUSTIFIED, "line/1"));
        assertThat(office.ports.invoices().page(office.firm, anything(), 10)).isEmpty();
    }

    @Test
    void a_refused_invoice_takes_no_number_and_releases_nothing() {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        EntryVersion entry = office.approved(hourly, JANUARY_5, hours("1"));
        rulebook.refuse(entry.ref());

        assertThat(issue(hourly)).isInstanceOf(IssueInvoice.Outcome.Refused.class);

        SignedEngagement other = office.signed(Offers.monthlyPackage("1.00"));
        assertThat(issued(other).head().number().sequence()).isEqualTo(1);
        assertThat(office.ports
                        .billingPositions()
                        .read(office.firm, hourly.id())
                        .orElseThrow()
                        .open())
                .hasSize(1);
    }

    @Test
    void issued_time_is_billed_and_named_on_the_invoice_H4() {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        EntryVersion entry = office.approved(hourly, JANUARY_5, hours("1"));

        Invoice invoice = issued(hourly);

        assertThat(items(invoice)).extracting(TimeItem::version).containsExactly(entry);
        assertThat(office.ports.timeEntries().find(office.firm, entry.entry()))
                .get()
                .isInstanceOf(BilledTime.class);
    }

    @Test
    void an_invoice_keeps_its_own_copy_of_the_names_I4() {
        Invoice invoice = issued(office.signed(Offers.monthlyPackage("1000.00")));

        var texts = office.ports
                .customerTexts()
                .of(office.firm, List.of(invoice.id().value()));

        assertThat(texts.get(CustomerTextKey.of(invoice.id(), "client-name")).text())
                .isEqualTo("Client");
        assertThat(texts.get(CustomerTextKey.of(invoice.id(), "line-1")).text())
                .isEqualTo("Package fee, 2026-01-01 to 2026-01-31");
    }

    @Test
    void an_invoice_says_what_was_done_in_the_very_version_that_it_bills_I2() {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        EntryVersion first = office.logged(hourly, JANUARY_5, hours("1"));
        TimeEntryInput note = new TimeEntryInput(
                hourly.id(), office.staff.person(), null, JANUARY_5, 60, true, new CustomerText("Done at last"));
        office.engine.logTime().revise(office.staff, first, note, Office.NOW);
        EntryVersion second = new EntryVersion(first.entry(), 2);
        office.engine.submitTime().submit(office.staff, second, Office.NOW);
        office.engine.reviewTime().approve(office.admin, Side.FIRM, List.of(second), Office.NOW);

        InvoiceTexts previewed = previewed(hourly).texts();
        IssueInvoice.Outcome issued = issue(hourly);

        assertThat(previewed.entries()).isEqualTo(Map.of(second, new CustomerText("Done at last")));
        assertThat(((IssueInvoice.Outcome.Issued) issued).texts()).isEqualTo(previewed);
    }

    @Test
    void time_under_a_package_alone_is_covered_by_the_fee() {
        SignedEngagement monthly = office.signed(Offers.monthlyPackage("1000.00"));
        office.approved(monthly, JANUARY_5, hours("3"));

        Invoice invoice = issued(monthly);

        assertThat(invoice.head().totals().total()).isEqualTo(Money.parse("USD 1000.00"));
    }

    @Test
    void a_day_in_the_future_is_previewed_but_not_issued() {
        SignedEngagement monthly = office.signed(Offers.monthlyPackage("1000.00"));
        InvoiceRequest later = new InvoiceRequest(
                new InvoiceRequest.Basis.Engagement(monthly.id()), LocalDate.of(2026, 5, 1), List.of(), null);

        assertThat(office.engine.previewInvoice().preview(office.admin, later, Office.NOW))
                .isInstanceOf(PreviewInvoice.Outcome.Previewed.class);
        assertThat(office.engine.issueInvoice().issue(office.admin, later, null, Office.NOW))
                .isEqualTo(new IssueInvoice.Outcome.NotYet(LocalDate.of(2026, 4, 10)));
    }

    @Test
    void an_explanation_alone_gives_every_amount_again_X3() {
        TermsInput offer = Offers.mixed("1000.00", "133.33");
        SignedEngagement mixed =
                office.signed(Offers.over(LocalDate.of(2026, 1, 13), LocalDate.of(2026, 2, 20), offer));
        office.approved(mixed, LocalDate.of(2026, 1, 20), 77);
        issued(mixed);
        Invoice invoice = issued(mixed);

        Explanation explanation = office.engine
                .explainInvoice()
                .explain(office.admin, invoice.id())
                .orElseThrow();

        assertThat(explanation.lines()).hasSize(2).allSatisfy(line -> {
            assertThat(line.arithmetic().result()).isEqualTo(line.line().amount());
            assertThat(line.justifiedBy()).isNotEmpty();
            assertThat(line.clauses()).isNotEmpty();
        });
        assertThat(explanation.lines().getLast().rateChoices())
                .singleElement()
                .satisfies(choice -> assertThat(choice.considered())
                        .extracting(looked -> looked.scope().code())
                        .containsExactly("person:" + office.staff.person(), "role:senior", "default"));
    }

    private Invoice issued(SignedEngagement engagement) {
        return switch (issue(engagement)) {
            case IssueInvoice.Outcome.Issued(Invoice invoice, InvoiceTexts _) -> invoice;
            case IssueInvoice.Outcome other -> throw new AssertionError(other);
        };
    }

    private IssueInvoice.Outcome issue(SignedEngagement engagement) {
        return office.engine
                .issueInvoice()
                .issue(office.admin, InvoiceRequest.dueOf(engagement.id()), null, Office.NOW);
    }

    private IssueInvoice.Outcome issue(SignedEngagement engagement, Fingerprint previewed) {
        return office.engine
                .issueInvoice()
                .issue(office.admin, InvoiceRequest.dueOf(engagement.id()), previewed, Office.NOW);
    }

    private PreviewInvoice.Outcome.Previewed previewed(SignedEngagement engagement) {
        return (PreviewInvoice.Outcome.Previewed)
                office.engine.previewInvoice().preview(office.admin, InvoiceRequest.dueOf(engagement.id()), Office.NOW);
    }

    private static List<TimeItem> items(Invoice invoice) {
        return invoice.lines().stream()
                .filter(InvoiceLine.Hourly.class::isInstance)
                .flatMap(line -> ((InvoiceLine.Hourly) line).items().stream())
                .toList();
    }

    private static InvoiceFilter anything() {
        return new InvoiceFilter(null, null, null, null, null);
    }
}
