package feewright.contract;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import feewright.credit.CreditNote;
import feewright.credit.CreditNoteRequest.Excess;
import feewright.credit.CreditNoteRequest.Item;
import feewright.credit.CreditNotes;
import feewright.credit.CreditNotes.Credited;
import feewright.credit.CreditNotes.NoteFilter;
import feewright.engagement.HourlyUse;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.engine.Ports;
import feewright.fixture.Cashier;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Category;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceNumber;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.Ledger;
import feewright.platform.ConcurrentChange;
import feewright.time.ApprovedTime;
import feewright.time.BilledTime;
import feewright.time.TimeEntryId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link CreditNotes}. */
public abstract class CreditNotesContract {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    private Office office;
    private Office neighbour;
    private Cashier cashier;
    private SignedEngagement hourly;
    private TimeEntryId first;
    private TimeEntryId second;
    private Invoice invoice;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    /** One line of two hours of 100 dollars each. */
    @BeforeEach
    void billTwoHours() {
        office = Office.open(ports(), new PermissiveRulebook());
        neighbour = Office.open(office.ports, new PermissiveRulebook());
        cashier = new Cashier(office);
        hourly = office.signed(Offers.hourly("100.00"));
        first = office.approved(hourly, DAY, 60).entry();
        second = office.approved(hourly, DAY.plusDays(1), 60).entry();
        invoice = cashier.issued(hourly);
    }

    @Test
    void a_note_comes_back_as_it_was_issued() {
        CreditNote ofTime = cashier.credited(invoice, Excess.CREDIT, new Item.Time(1, List.of(first, second), false));
        Invoice other = cashier.invoiceOf("50.00");
        CreditNote ofAmount = cashier.credited(other, Excess.CREDIT, new Item.Amount(1, usd("12.34")));

        assertThat(found(ofTime)).isEqualTo(ofTime);
        assertThat(found(ofAmount)).isEqualTo(ofAmount);
        assertThat(ofTime.lines())
                .containsExactly(new CreditNote.Line(
                        1,
                        Category.HOURLY,
                        usd("200.00"),
                        List.of(
                                new CreditNote.Time(first, usd("100.00"), false),
                                new CreditNote.Time(second, usd("100.00"), false))));
    }

    @Test
    void what_was_credited_adds_up_by_line_and_invoice() {
        cashier.credited(invoice, Excess.CREDIT, new Item.Time(1, List.of(first), false));
        cashier.credited(invoice, Excess.CREDIT, new Item.Amount(1, usd("0.01")));
        Invoice other = cashier.invoiceOf("50.00");

        assertThat(credited(invoice)).isEqualTo(new Credited(Map.of(1, usd("100.01")), Set.of(first)));
        assertThat(credited(other)).isEqualTo(new Credited(Map.of(), Set.of()));
    }

    @Test
    void released_time_is_open_again_as_it_was_approved_and_the_rest_stays_billed() {
        cashier.credited(invoice, Excess.CREDIT, new Item.Time(1, List.of(first), true));

        assertThat(in(() -> office.ports.timeEntries().find(office.firm, first)))
                .containsInstanceOf(ApprovedTime.class);
        assertThat(in(() -> office.ports.timeEntries().find(office.firm, second)))
                .containsInstanceOf(BilledTime.class);
        assertThat(in(() -> office.ports.billingPositions().read(office.firm, hourly.id()))
                        .orElseThrow()
                        .open())
                .singleElement()
                .satisfies(time -> assertThat(time.version().entry()).isEqualTo(first));
    }

    @Test
    void what_is_released_with_its_adjustments_comes_back_and_is_used_no_more_L7() {
        SignedEngagement adjusted = office.signed(Offers.adjusted(
                Offers.offer(
                        "mixed",
                        Offers.packaged("1000.00", "monthly", "in_arrears"),
                        Offers.hours(6, Offers.rate("100.00"))),
                new TermsInput.AdjustmentsOffer(
                        new TermsInput.IncludedOffer(30, 0, null),
                        new TermsInput.CapOffer(Offers.usd("120.00"), "period", "write_down"),
                        null)));
        HourlyUse before = use(adjusted);
        List<TimeEntryId> time = List.of(
                office.approved(adjusted, LocalDate.of(2026, 1, 5), 60).entry(),
                office.approved(adjusted, LocalDate.of(2026, 1, 6), 60).entry());
        Invoice january = cashier.issued(adjusted);

        CreditNote note = cashier.credited(january, Excess.CREDIT, new Item.Time(2, time, true));

        assertThat(found(note)).isEqualTo(note);
        assertThat(note.lines())
                .extracting(CreditNote.Line::amount, CreditNote.Line::released, CreditNote.Line::minutes)
                .containsExactly(
                        tuple(usd("200.00"), true, 0L),
                        tuple(usd("-50.00"), true, 30L),
                        tuple(usd("-30.00"), true, 0L));
        assertThat(use(adjusted)).isEqualTo(before);
    }

    private HourlyUse use(SignedEngagement engagement) {
        return in(() -> office.ports.billingPositions().read(office.firm, engagement.id()))
                .orElseThrow()
                .cursor()
                .use();
    }

    @Test
    void credited_time_that_is_not_released_stays_billed_H4() {
        cashier.credited(invoice, Excess.CREDIT, new Item.Time(1, List.of(first, second), false));

        assertThat(in(() -> office.ports.timeEntries().find(office.firm, first)))
                .containsInstanceOf(BilledTime.class);
        assertThat(in(() -> office.ports.billingPositions().read(office.firm, hourly.id()))
                        .orElseThrow()
                        .open())
                .isEmpty();
    }

    @Test
    void an_entry_is_credited_once_on_an_invoice_and_a_loser_leaves_nothing() {
        CreditNote note = cashier.credited(invoice, Excess.CREDIT, new Item.Time(1, List.of(first), false));
        CreditNote again = new CreditNote(
                copyOf(note.entry()),
                List.of(new CreditNote.Line(
                        1, Category.HOURLY, usd("100.00"), List.of(new CreditNote.Time(first, usd("100.00"), true)))));

        assertThatThrownBy(() -> in(() -> {
                    office.ports.ledger().post(office.firm, List.of(again.entry()));
                    office.ports.creditNotes().add(again, invoice.id());
                    return null;
                }))
                .isInstanceOf(ConcurrentChange.class);

        assertThat(credited(invoice)).isEqualTo(new Credited(Map.of(1, usd("100.00")), Set.of(first)));
        assertThat(in(() -> office.ports
                        .creditNotes()
                        .find(office.firm, again.entry().id())))
                .isEmpty();
        assertThat(in(() -> office.ports.timeEntries().find(office.firm, first)))
                .containsInstanceOf(BilledTime.class);
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("100.00"));
    }

    @Test
    void an_entry_that_was_released_and_billed_again_is_credited_again_on_the_other_invoice() {
        cashier.credited(invoice, Excess.CREDIT, new Item.Time(1, List.of(first), true));
        Invoice again = cashier.issued(hourly);

        CreditNote note = cashier.credited(again, Excess.CREDIT, new Item.Time(1, List.of(first), true));

        assertThat(found(note)).isEqualTo(note);
        assertThat(credited(again).entries()).containsExactly(first);
        assertThat(in(() -> office.ports.timeEntries().find(office.firm, first)))
                .containsInstanceOf(ApprovedTime.class);
    }

    @Test
    void pages_go_newest_first_and_filter() {
        Invoice other = cashier.invoiceOf("50.00");
        CreditNote one = cashier.credited(invoice, Excess.CREDIT, new Item.Amount(1, usd("1.00")));
        CreditNote two = cashier.credited(other, Excess.CREDIT, new Item.Amount(1, usd("2.00")));
        CreditNote three = cashier.credited(invoice, Excess.CREDIT, new Item.Amount(1, usd("3.00")));

        assertThat(page(new NoteFilter(null, null, null), 10)).containsExactly(three, two, one);
        assertThat(page(new NoteFilter(null, null, null), 2)).containsExactly(three, two);
        assertThat(page(new NoteFilter(three.entry().id().value(), null, null), 10))
                .containsExactly(two, one);
        assertThat(page(new NoteFilter(null, office.client, invoice.id()), 10)).containsExactly(three, one);
        assertThat(page(new NoteFilter(null, office.anotherClient(), null), 10)).isEmpty();
    }

    @Test
    void an_entry_of_another_kind_is_no_note() {
        JournalEntry payment = cashier.paid(invoice, "1.00");

        assertThat(in(() -> office.ports.creditNotes().find(office.firm, payment.id())))
                .isEmpty();
    }

    @Test
    void another_firm_sees_nothing_T1() {
        CreditNote note = cashier.credited(invoice, Excess.CREDIT, new Item.Time(1, List.of(first), false));

        neighbour.ports.transactions().in(neighbour.admin, () -> {
            CreditNotes notes = neighbour.ports.creditNotes();
            assertThat(notes.find(neighbour.firm, note.entry().id())).isEmpty();
            assertThat(notes.credited(neighbour.firm, invoice.id())).isEqualTo(new Credited(Map.of(), Set.of()));
            assertThat(notes.page(neighbour.firm, new NoteFilter(null, null, null), 10))
                    .isEmpty();
            return null;
        });
    }

    /** The same under a new id and number. */
    private JournalEntry copyOf(JournalEntry entry) {
        return new JournalEntry(
                new JournalEntryId(office.ports.ids().next()),
                entry.of(),
                new EntryCause.InvoiceCredited(invoice.id(), new InvoiceNumber(CreditNote.SERIES, 99)),
                entry.amount(),
                entry.on(),
                entry.transfers(),
                entry.recorded());
    }

    private CreditNote found(CreditNote note) {
        assertThat(Ledger.EntryKind.of(note.entry().cause())).isEqualTo(Ledger.EntryKind.INVOICE_CREDITED);
        return in(() -> office.ports
                        .creditNotes()
                        .find(office.firm, note.entry().id()))
                .orElseThrow();
    }

    private Credited credited(Invoice of) {
        return in(() -> office.ports.creditNotes().credited(office.firm, of.id()));
    }

    private List<CreditNote> page(NoteFilter filter, int limit) {
        return in(() -> office.ports.creditNotes().page(office.firm, filter, limit));
    }

    private <T> T in(Supplier<T> work) {
        return office.ports.transactions().in(office.admin, work);
    }
}
