package feewright.credit;

import static feewright.fixture.Cashier.usd;
import static feewright.fixture.Office.hours;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.credit.CreditNoteRequest.Excess;
import feewright.credit.CreditNoteRequest.Item;
import feewright.engagement.HourlyUse;
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
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceLine;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.IssueInvoice;
import feewright.ledger.VoidFact;
import feewright.ledger.VoidInvoice;
import feewright.platform.CustomerText;
import feewright.time.EntryVersion;
import feewright.time.TimeEntryId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time that a credit note releases is billed anew as if it had never been billed (requirement L7). At 100.00 an hour. */
class ReleasedTimeTest {

    private static final LocalDate JANUARY_5 = LocalDate.of(2026, 1, 5);
    private static final LocalDate FEBRUARY_1 = LocalDate.of(2026, 2, 1);
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);

    private final Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
    private final Cashier cashier = new Cashier(office);
    private final List<Invoice> invoices = new ArrayList<>();

    @AfterEach
    void all_accounts_add_up_to_zero_L1() {
        TrialBalance.proven(office);
    }

    @ParameterizedTest
    @CsvSource({
        // included minutes, cap and minimum (0: none), hours of 5 January, first and last one released, off, owed in
        // the end
        "0,   0.00, 200.00, 1, 0, 0, 100.00, 200.00",
        "0,   0.00, 200.00, 3, 0, 2, 300.00, 300.00",
        "0,   0.00, 200.00, 3, 1, 2, 200.00, 300.00",
        "0, 250.00,   0.00, 3, 0, 2, 250.00, 250.00",
        "0, 250.00,   0.00, 3, 2, 2, 100.00, 250.00",
        "0, 250.00,   0.00, 3, 0, 1, 200.00, 250.00",
        "0, 250.00, 200.00, 3, 0, 2, 250.00, 250.00",
        "0, 250.00, 200.00, 1, 0, 0, 100.00, 200.00",
        "60,  0.00,   0.00, 3, 0, 2, 200.00, 200.00",
        "60,  0.00,   0.00, 3, 0, 0,   0.00, 200.00",
        "60,  0.00,   0.00, 3, 1, 2, 200.00, 200.00",
        "90,  0.00,   0.00, 3, 0, 1,  50.00, 150.00",
        "60, 150.00, 120.00, 3, 0, 2, 150.00, 150.00",
        "60, 150.00, 120.00, 3, 1, 1, 100.00, 150.00",
    })
    void released_and_billed_again_it_comes_to_what_it_came_to(
            int included, String cap, String minimum, int count, int from, int to, String off, String owed) {
        SignedEngagement engagement = office.signed(terms(included, cap, minimum));
        List<TimeEntryId> hours =
                Stream.generate(() -> hour(engagement)).limit(count).toList();
        Invoice february = issued(engagement, FEBRUARY_1);

        CreditNote note = released(february, hours.subList(from, to + 1));
        issued(engagement, FEBRUARY_1);

        assertThat(note.entry().amount()).isEqualTo(usd(off));
        assertThat(owedForHours()).isEqualTo(usd(owed));
        assertThat(use(engagement)).isEqualTo(afterVoidOf(included, cap, minimum, count));
    }

    @Test
    void a_late_hour_that_was_written_down_in_part_comes_off_at_what_it_was_billed_at() {
        SignedEngagement engagement = office.signed(terms(0, "250.00", "0.00"));
        hour(engagement);
        hour(engagement);
        issued(engagement, FEBRUARY_1);
        TimeEntryId late = hour(engagement);
        Invoice march = issued(engagement, MARCH_1);

        CreditNote note = released(march, List.of(late));

        assertThat(note.lines())
                .extracting(line -> line.amount().getAmount().toPlainString())
                .containsExactly("100.00", "-50.00");
        assertThat(note.lines()).allMatch(CreditNote.Line::released);
        issued(engagement, MARCH_1);
        assertThat(owedForHours()).isEqualTo(usd("250.00"));
    }

    @Test
    void late_work_that_was_set_off_against_a_minimum_comes_off_with_what_was_set_off() {
        SignedEngagement engagement = office.signed(terms(0, "0.00", "500.00"));
        issued(engagement, FEBRUARY_1);
        List<TimeEntryId> late =
                Stream.generate(() -> hour(engagement)).limit(7).toList();
        Invoice again = issued(engagement, FEBRUARY_1);

        CreditNote note = released(again, late);

        assertThat(note.entry().amount()).isEqualTo(usd("200.00"));
        assertThat(owedForHours()).isEqualTo(usd("500.00"));
        issued(engagement, FEBRUARY_1);
        assertThat(owedForHours()).isEqualTo(usd("700.00"));
    }

    @Test
    void what_is_forgiven_and_not_released_stays_billed_under_minimum_and_cap() {
        SignedEngagement engagement = office.signed(terms(0, "250.00", "200.00"));
        List<TimeEntryId> hours =
                Stream.generate(() -> hour(engagement)).limit(3).toList();
        Invoice february = issued(engagement, FEBRUARY_1);
        HourlyUse before = use(engagement);

        cashier.credited(february, Excess.CREDIT, new Item.Time(1, hours.subList(0, 1), false));

        assertThat(use(engagement)).isEqualTo(before);
        released(february, hours.subList(1, 3));
        issued(engagement, FEBRUARY_1);
        assertThat(owedForHours()).isEqualTo(usd("150.00"));
    }

    @Test
    void an_unearned_part_of_a_minimum_counts_as_never_made_up() {
        SignedEngagement engagement = office.signed(terms(0, "0.00", "200.00"));
        Invoice february = issued(engagement, FEBRUARY_1);

        office.engine
                .issueCreditNote()
                .issue(
                        office.admin,
                        new CreditNoteRequest(
                                february.id(),
                                List.of(new Item.Amount(1, usd("150.00"))),
                                Excess.CREDIT,
                                new CustomerText("Reason"),
                                null,
                                true),
                        Office.NOW);

        assertThat(use(engagement).of(HourlyUse.Kind.MINIMUM, Offers.START)).isEqualTo(5_000);
        cashier.credited(february, Excess.CREDIT, new Item.Amount(1, usd("20.00")));
        assertThat(use(engagement).of(HourlyUse.Kind.MINIMUM, Offers.START)).isEqualTo(5_000);
    }

    @Test
    void an_invoice_that_a_note_over_nothing_released_time_of_is_not_voided() {
        PermissiveRulebook rulebook = new PermissiveRulebook();
        SignedEngagement engagement = office.signed(terms(60, "0.00", "0.00"));
        TimeEntryId covered = hour(engagement);
        Invoice february = issued(engagement, FEBRUARY_1);
        released(february, List.of(covered));
        rulebook.refuse("void/" + february.id());

        VoidInvoice.Outcome outcome = office.restarted(office.ports, rulebook)
                .engine
                .voidInvoice()
                .voidInvoice(office.admin, february.id(), new CustomerText("Reason"), Office.NOW);

        assertThat(outcome).isInstanceOf(VoidInvoice.Outcome.Refused.class);
        assertThat(rulebook.lastAsked(VoidFact.class)).singleElement().matches(VoidFact::credited);
    }

    /** What is used once the invoice was voided and billed again, at an office of its own. */
    private static HourlyUse afterVoidOf(int included, String cap, String minimum, int count) {
        ReleasedTimeTest other = new ReleasedTimeTest();
        SignedEngagement engagement = other.office.signed(terms(included, cap, minimum));
        IntStream.range(0, count).forEach(_ -> other.hour(engagement));
        other.cashier.voided(other.issued(engagement, FEBRUARY_1));
        other.issued(engagement, FEBRUARY_1);
        return other.use(engagement);
    }

    private HourlyUse use(SignedEngagement engagement) {
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.billingPositions().read(office.firm, engagement.id()))
                .orElseThrow()
                .cursor()
                .use();
    }

    private TimeEntryId hour(SignedEngagement engagement) {
        EntryVersion hour = office.approved(engagement, JANUARY_5, hours("1"));
        return hour.entry();
    }

    /** What the client owes for hours, of all invoices. */
    private Money owedForHours() {
        return invoices.stream()
                .map(invoice -> cashier.account(invoice.id())
                        .owed()
                        .minus(invoice.head().totals().packaged()))
                .reduce(usd("0.00"), Money::plus);
    }

    private CreditNote released(Invoice invoice, List<TimeEntryId> entries) {
        Item[] items = invoice.lines().stream()
                .filter(InvoiceLine.Hourly.class::isInstance)
                .map(line -> new Item.Time(line.number(), entries, true))
                .toArray(Item[]::new);
        return cashier.credited(invoice, Excess.CREDIT, items);
    }

    private Invoice issued(SignedEngagement engagement, LocalDate asOf) {
        InvoiceRequest request =
                new InvoiceRequest(new InvoiceRequest.Basis.Engagement(engagement.id()), asOf, List.of(), null);
        return switch (office.engine.issueInvoice().issue(office.admin, request, null, Office.NOW)) {
            case IssueInvoice.Outcome.Issued issued -> {
                invoices.add(issued.invoice());
                yield issued.invoice();
            }
            case IssueInvoice.Outcome other -> throw new AssertionError(other);
        };
    }

    /** Monthly hours by the calendar; beside a package in arrears where minutes are included, so that both come on one invoice. */
    private static TermsInput terms(int included, String cap, String minimum) {
        AdjustmentsOffer adjustments = new AdjustmentsOffer(
                included == 0 ? null : new IncludedOffer(included, 0, null),
                isNone(cap) ? null : new CapOffer(Offers.usd(cap), "period", "write_down"),
                isNone(minimum) ? null : new MinimumOffer(Offers.usd(minimum), null));
        TermsInput offer = included == 0
                ? Offers.hourly("100.00")
                : Offers.offer(
                        "mixed",
                        Offers.packaged("1000.00", "monthly", "in_arrears"),
                        Offers.hours(6, Offers.rate("100.00")));
        return Offers.adjusted(offer, adjustments);
    }

    private static boolean isNone(String amount) {
        return amount.equals("0.00");
    }
}
