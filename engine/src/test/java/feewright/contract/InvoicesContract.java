package feewright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.engagement.BillingCursor;
import feewright.engagement.HourlyUse;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.engine.Ports;
import feewright.fixture.Cashier;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.BillingPosition;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceLine;
import feewright.invoice.InvoiceNumber;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.Invoices;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.invoice.Issuance;
import feewright.invoice.IssueInvoice;
import feewright.platform.ConcurrentChange;
import feewright.rule.Decision;
import feewright.rule.Decisions.DecisionFilter;
import feewright.rule.RuleSet;
import feewright.rule.Verdict;
import feewright.run.BillingFailure;
import feewright.run.RunItem;
import feewright.time.ApprovedTime;
import feewright.time.BilledTime;
import feewright.time.EntryVersion;
import feewright.time.TimeEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link Invoices}, and of the positions and numbers that move with it. */
public abstract class InvoicesContract {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private Office office;
    private Office neighbour;
    private Cashier cashier;
    private SignedEngagement mixed;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    @BeforeEach
    void openOffices() {
        office = Office.open(ports(), new PermissiveRulebook());
        neighbour = Office.open(office.ports, new PermissiveRulebook());
        cashier = new Cashier(office);
        mixed = office.signed(Offers.mixed("1000.00", "100.00"));
    }

    @Test
    void an_invoice_comes_back_as_it_was_issued_I4() {
        office.approved(mixed, DAY, 7);
        issued();
        Invoice invoice = issued();

        Invoice found = in(() -> office.ports.invoices().find(office.firm, invoice.id()))
                .orElseThrow();

        assertThat(found).isEqualTo(invoice);
        assertThat(found.lines()).hasSize(2);
    }

    @Test
    void what_adjusts_hours_comes_back_and_a_release_gives_back_what_it_used_I5() {
        SignedEngagement adjusted = office.signed(Offers.adjusted(
                Offers.mixed("1000.00", "100.00"),
                new TermsInput.AdjustmentsOffer(
                        new TermsInput.IncludedOffer(60, 30, null),
                        new TermsInput.CapOffer(Offers.usd("120.00"), "period", "write_down"),
                        new TermsInput.MinimumOffer(Offers.usd("110.00"), null))));
        office.approved(adjusted, DAY, 180);
        issued(adjusted);
        HourlyUse before = use(adjusted);
        Invoice january = issued(adjusted);
        Invoice february = issued(adjusted);
        HourlyUse after = use(adjusted);

        Invoice found = in(() -> office.ports.invoices().find(office.firm, january.id()))
                .orElseThrow();
        new Cashier(office).voided(february);
        new Cashier(office).voided(january);

        assertThat(found).isEqualTo(january);
        assertThat(january.lines())
                .extracting(InvoiceLine::amount)
                .extracting(Money::toString)
                .containsExactly("USD 1000.00", "USD 300.00", "USD -100.00", "USD -80.00");
        assertThat(february.lines().getLast()).isInstanceOf(InvoiceLine.Minimum.class);
        assertThat(use(adjusted)).isEqualTo(before);
        assertThat(issued(adjusted).lines()).isEqualTo(january.lines());
        assertThat(issued(adjusted).lines()).isEqualTo(february.lines());
        assertThat(use(adjusted)).isEqualTo(after);
    }

    private HourlyUse use(SignedEngagement engagement) {
        return in(() -> office.ports.billingPositions().read(office.firm, engagement.id()))
                .orElseThrow()
                .cursor()
                .use();
    }

    @Test
    void a_saved_invoice_moves_what_is_open() {
        office.approved(mixed, DAY, 60);
        assertThat(position().nextPackageStart()).isEqualTo("2026-01-01");
        assertThat(position().open()).hasSize(1);

        issued();
        issued();

        assertThat(position().nextPackageStart()).isEqualTo("2026-03-01");
        assertThat(position().nextPackageClaimed()).isFalse();
        assertThat(position().open()).isEmpty();
    }

    @Test
    void the_firing_log_of_an_invoice_is_what_issued_it_and_what_was_asked_of_it_since_X5() {
        Invoice january = issued();
        Invoice february = issued();
        new Cashier(office).voided(february);

        assertThat(decided(february)).containsExactly("void_invoice", "issue_invoice");
        assertThat(decided(january)).containsExactly("issue_invoice");
    }

    /** The newest first. */
    private List<String> decided(Invoice invoice) {
        DecisionFilter filter =
                new DecisionFilter(null, invoice.id().value(), null, null, null, null, null, null, null);
        return in(() -> office.ports.decisions().page(office.firm, filter, 10)).stream()
                .map(decision -> decision.question().action())
                .toList();
    }

    @Test
    void a_period_is_billed_once_and_a_loser_leaves_nothing_P1() {
        Invoice first = issued();
        Invoice again = copyOf(first, 99);

        assertThatThrownBy(() -> in(() -> {
                    office.ports.invoices().issue(List.of(new Issuance(again, BillingCursor.atStart(mixed.terms()))));
                    return null;
                }))
                .isInstanceOf(ConcurrentChange.class)
                .hasMessage("period-already-billed");
        assertThat(in(() -> office.ports.invoices().find(office.firm, again.id())))
                .isEmpty();
    }

    @Test
    void an_entry_is_billed_once_H3() {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        office.approved(hourly, DAY, 60);
        Invoice first = issued(hourly);

        assertThatThrownBy(() -> in(() -> {
                    office.ports.invoices().issue(List.of(new Issuance(copyOf(first, 98), null)));
                    return null;
                }))
                .isInstanceOf(ConcurrentChange.class)
                .hasMessage("time-already-billed");
    }

    @Test
    void an_edited_entry_is_not_billed_in_its_old_version_H3() {
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        var version = office.approved(hourly, DAY, 60);

        assertThatThrownBy(() -> in(() -> {
                    Invoice invoice = issued(hourly);
                    throw new Stop(invoice);
                }))
                .isInstanceOfSatisfying(Stop.class, stop -> {
                    office.engine.logTime().revise(office.staff, version, office.note(hourly, DAY, 61), Office.NOW);
                    assertThatThrownBy(() -> in(() -> {
                                office.ports.decisions().record(decisionOn(stop.invoice));
                                office.ports.invoices().issue(List.of(new Issuance(stop.invoice, null)));
                                return null;
                            }))
                            .isInstanceOf(ConcurrentChange.class)
                            .hasMessage("time-changed");
                });
    }

    @Test
    void a_void_gives_the_period_and_the_time_back_approved_as_it_was_I5_H4() {
        EntryVersion version = office.approved(mixed, DAY, 60);
        TimeEntry before = time(version);
        Invoice first = issued();
        Invoice second = issued();

        cashier.voided(second);

        assertThat(time(version)).isEqualTo(before).isInstanceOf(ApprovedTime.class);
        assertThat(position().open())
                .singleElement()
                .satisfies(open -> assertThat(open.version()).isEqualTo(version));
        assertThat(position().nextPackageStart()).isEqualTo("2026-02-01");
        assertThat(position().nextPackageClaimed()).isFalse();
        assertThat(in(() -> office.ports.invoices().find(office.firm, second.id())))
                .contains(second);
        assertThat(in(() -> office.ports.invoices().find(office.firm, first.id())))
                .contains(first);
        Invoice again = issued();
        assertThat(again.lines()).isEqualTo(second.lines());
        assertThat(again.head().number().sequence())
                .isEqualTo(second.head().number().sequence() + 1);
        assertThat(time(version)).isInstanceOf(BilledTime.class);
    }

    @Test
    void a_void_gives_back_nothing_of_another_invoice() {
        SignedEngagement other = office.signed(Offers.hourly("100.00"));
        EntryVersion theirs = office.approved(other, DAY, 60);
        issued(other);
        Invoice voided = issued();

        cashier.voided(voided);

        assertThat(time(theirs)).isInstanceOf(BilledTime.class);
        assertThat(position(other).open()).isEmpty();
    }

    @Test
    void a_cursor_with_released_periods_comes_back_as_it_was_kept() {
        Invoice first = issued();
        Invoice second = issued();
        issued();
        BillingCursor before = position().cursor();
        List<LocalDate> starts = List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1));

        cashier.voided(second);
        cashier.voided(first);

        assertThat(position().cursor())
                .isEqualTo(before.releasing(mixed.terms(), starts, LocalDate.of(2026, 3, 1)))
                .satisfies(cursor -> assertThat(cursor.released()).isEqualTo(starts));
        issued();
        assertThat(position().cursor().released()).containsExactly(LocalDate.of(2026, 2, 1));
        issued();
        assertThat(position().cursor()).isEqualTo(before);
    }

    @Test
    void the_latest_day_that_was_billed_leaves_out_what_is_void_and_one_more() {
        Invoice first = issued();
        Invoice second = issued();
        Invoice third = issued();
        assertThat(latestBilling(third)).contains(LocalDate.of(2026, 2, 1));
        assertThat(latestBilling(first)).contains(LocalDate.of(2026, 3, 1));

        cashier.voided(second);

        assertThat(latestBilling(third)).contains(LocalDate.of(2026, 1, 1));
        cashier.voided(third);
        assertThat(latestBilling(first)).isEmpty();
        assertThat(neighbour
                        .ports
                        .transactions()
                        .reading(
                                neighbour.admin,
                                () -> neighbour.ports.invoices().latestBilling(neighbour.firm, mixed.id(), third.id())))
                .isEmpty();
    }

    @Test
    void a_void_leaves_an_automatic_engagement_to_a_person_P3() {
        SignedEngagement automatic = office.signed(Offers.automatic(Offers.monthlyPackage("5.00")));
        Invoice invoice = issued(automatic);

        cashier.voided(invoice);
        cashier.voided(issued());

        assertThat(in(() -> office.ports.billingFailures().page(office.firm, null, 10)))
                .containsExactly(new BillingFailure(
                        automatic.id(),
                        null,
                        LocalDate.of(2026, 1, 1),
                        RunItem.Outcome.NEEDS_REVIEW,
                        List.of("invoice_voided"),
                        null,
                        Office.NOW));
        issued(automatic);
        assertThat(in(() -> office.ports.billingFailures().page(office.firm, null, 10)))
                .isEmpty();
    }

    @Test
    void numbers_have_no_gaps_after_a_rollback_I4() {
        InvoiceNumber first = in(() -> office.ports.invoiceNumbers().take(office.firm, "INV", 3));
        assertThatThrownBy(() -> in(() -> {
                    office.ports.invoiceNumbers().take(office.firm, "INV", 5);
                    throw new IllegalStateException("crash");
                }))
                .isInstanceOf(IllegalStateException.class);

        InvoiceNumber next = in(() -> office.ports.invoiceNumbers().take(office.firm, "INV", 1));

        assertThat(first.sequence()).isEqualTo(1);
        assertThat(next.sequence()).isEqualTo(4);
        assertThat(in(() -> office.ports.invoiceNumbers().take(office.firm, "CN", 1))
                        .sequence())
                .isEqualTo(1);
    }

    @Test
    void pages_go_newest_first_and_filter_I6() {
        Invoice first = issued();
        Invoice second = issued();

        assertThat(listed(new InvoiceFilter(null, null, null, null, null))).containsExactly(second.id(), first.id());
        assertThat(listed(new InvoiceFilter(second.id().value(), office.client, mixed.id(), null, null)))
                .containsExactly(first.id());
        LocalDate issueDate = first.head().dates().issue();
        assertThat(listed(new InvoiceFilter(null, null, null, issueDate, issueDate.plusDays(1))))
                .hasSize(2);
        assertThat(listed(new InvoiceFilter(null, null, null, null, issueDate))).isEmpty();
    }

    @Test
    void another_firm_finds_nothing_T1() {
        Invoice invoice = issued();

        neighbour.ports.transactions().in(neighbour.admin, () -> {
            assertThat(neighbour.ports.invoices().find(neighbour.firm, invoice.id()))
                    .isEmpty();
            assertThat(neighbour.ports.billingPositions().read(neighbour.firm, mixed.id()))
                    .isEmpty();
            assertThat(neighbour.ports.billingPositions().lock(neighbour.firm, List.of(mixed.id())))
                    .isEmpty();
            return null;
        });
    }

    private static final class Stop extends RuntimeException {

        private final transient Invoice invoice;

        private Stop(Invoice invoice) {
            super("rolled back on purpose");
            this.invoice = invoice;
        }
    }

    /** The decision went with the transaction that was rolled back; an invoice must have one. */
    private Decision decisionOn(Invoice invoice) {
        return new Decision(
                invoice.head().provenance().decision(),
                RuleSet.INVOICE,
                new Decision.Request("issue_invoice", "invoice/" + invoice.id()),
                Decision.Outcome.PERMITTED,
                new Verdict(invoice.head().provenance().pack(), List.of(), List.of()),
                office.admin,
                Office.NOW);
    }

    private Invoice copyOf(Invoice invoice, long number) {
        Invoice.Head head = invoice.head();
        return new Invoice(
                new Invoice.Head(
                        new InvoiceId(office.ports.ids().next()),
                        new InvoiceNumber("INV", number),
                        head.parties(),
                        head.dates(),
                        head.currency(),
                        head.totals(),
                        head.provenance()),
                invoice.lines());
    }

    private List<InvoiceId> listed(InvoiceFilter filter) {
        return in(() -> office.ports.invoices().page(office.firm, filter, 10).stream()
                .map(Invoice.Head::id)
                .toList());
    }

    private Optional<LocalDate> latestBilling(Invoice except) {
        return in(() -> office.ports.invoices().latestBilling(office.firm, mixed.id(), except.id()));
    }

    private TimeEntry time(EntryVersion version) {
        return in(() -> office.ports.timeEntries().find(office.firm, version.entry()))
                .orElseThrow();
    }

    private BillingPosition position() {
        return position(mixed);
    }

    private BillingPosition position(SignedEngagement engagement) {
        return in(() -> office.ports.billingPositions().read(office.firm, engagement.id()))
                .orElseThrow();
    }

    private Invoice issued() {
        return issued(mixed);
    }

    private Invoice issued(SignedEngagement engagement) {
        return switch (office.engine
                .issueInvoice()
                .issue(office.admin, InvoiceRequest.dueOf(engagement.id()), null, Office.NOW)) {
            case IssueInvoice.Outcome.Issued issued -> issued.invoice();
            case IssueInvoice.Outcome other -> throw new AssertionError(other);
        };
    }

    private <T> T in(Supplier<T> work) {
        return office.ports.transactions().in(office.admin, work);
    }
}
