package feewright.credit;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import feewright.credit.CreditNoteRequest.Excess;
import feewright.credit.CreditNoteRequest.Item;
import feewright.engagement.SignedEngagement;
import feewright.fixture.Cashier;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.invoice.Category;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceLine;
import feewright.invoice.InvoiceNumber;
import feewright.ledger.Account;
import feewright.ledger.EntryCause;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.PaymentStatus;
import feewright.platform.CustomerText;
import feewright.time.TimeEntryId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credit notes against issued invoices: what was paid already goes back to the cent. */
class IssueCreditNoteTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Cashier cashier = new Cashier(office);

    @AfterEach
    void all_accounts_add_up_to_zero_L1() {
        TrialBalance.proven(office);
    }

    /** An invoice of 100 dollars, so much of it paid; then so much is taken off. */
    @ParameterizedTest
    @CsvSource({
        "  0.00,  30.00, 70.00,   0.00, OPEN",
        "  0.00, 100.00,  0.00,   0.00, PAID",
        " 70.00,  30.00,  0.00,   0.00, PAID",
        " 70.00,  20.00, 10.00,   0.00, PART_PAID",
        " 70.00,  50.00,  0.00,  20.00, PAID",
        "100.00,   0.01,  0.00,   0.01, PAID",
        "100.00, 100.00,  0.00, 100.00, PAID",
    })
    void a_note_lowers_what_is_owed_and_what_was_paid_beyond_it_goes_back_exactly(
            String paid, String off, String owed, String back, PaymentStatus settlement) {
        for (Excess excess : Excess.values()) {
            Invoice invoice = cashier.invoiceOf("100.00");
            if (usd(paid).isPositive()) {
                cashier.paid(invoice, paid);
            }
            Money refundedBefore = balance(Account.FirmAccount.REFUND).negated();

            CreditNote note = cashier.credited(invoice, excess, new Item.Amount(1, usd(off)));

            InvoiceAccount account = cashier.account(invoice.id());
            assertThat(account.owed()).isEqualTo(usd(owed));
            assertThat(account.credited()).isEqualTo(usd(off));
            assertThat(account.settlement(TODAY)).isEqualTo(settlement);
            assertThat(account.received()).isEqualTo(usd(paid).minus(usd(back)));
            Money refunded = balance(Account.FirmAccount.REFUND).negated().minus(refundedBefore);
            assertThat(refunded).isEqualTo(excess == Excess.CREDIT ? usd("0.00") : usd(back));
            assertThat(creditFrom(note)).isEqualTo(excess == Excess.CREDIT ? usd(back) : usd("0.00"));
        }
    }

    @Test
    void notes_have_numbers_of_their_own_without_gaps_and_leave_the_invoice_as_it_is() {
        Invoice invoice = cashier.invoiceOf("100.00");

        CreditNote first = cashier.credited(invoice, Excess.CREDIT, new Item.Amount(1, usd("10.00")));
        CreditNote second = cashier.credited(invoice, Excess.CREDIT, new Item.Amount(1, null));

        assertThat(first.entry().cause())
                .isEqualTo(new EntryCause.InvoiceCredited(invoice.id(), new InvoiceNumber("CN", 1)));
        assertThat(second.entry().cause())
                .isEqualTo(new EntryCause.InvoiceCredited(invoice.id(), new InvoiceNumber("CN", 2)));
        assertThat(second.entry().amount()).isEqualTo(usd("90.00"));
        assertThat(cashier.invoiceOf("1.00").head().number().sequence()).isEqualTo(2);
        assertThat(office.ports
                        .transactions()
                        .reading(office.admin, () -> office.ports.invoices().find(office.firm, invoice.id())))
                .contains(invoice);
    }

    @Test
    void a_refused_note_takes_no_number() {
        Invoice invoice = cashier.invoiceOf("100.00");
        PermissiveRulebook refusing = new PermissiveRulebook();
        refusing.refuse("credit_note/" + invoice.id());
        CreditNoteRequest request = new CreditNoteRequest(
                invoice.id(), List.of(new Item.Amount(1, null)), Excess.CREDIT, new CustomerText("Reason"));

        IssueCreditNote.Outcome outcome = office.restarted(office.ports, refusing)
                .engine
                .issueCreditNote()
                .issue(office.admin, request, Office.NOW);
        CreditNote next = cashier.credited(invoice, Excess.CREDIT, new Item.Amount(1, usd("1.00")));

        assertThat(outcome).isInstanceOf(IssueCreditNote.Outcome.Refused.class);
        assertThat(next.entry().cause())
                .isEqualTo(new EntryCause.InvoiceCredited(invoice.id(), new InvoiceNumber("CN", 1)));
    }

    @Test
    void credit_that_paid_goes_back_to_its_grant_whatever_was_asked_for_money() {
        GrantId grant = cashier.granted("60.00");
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.applied(invoice, null);
        cashier.paid(invoice, "40.00");

        CreditNote note = cashier.credited(invoice, Excess.REFUND, new Item.Amount(1, usd("70.00")));

        assertThat(cashier.credit(grant).remaining()).isEqualTo(usd("30.00"));
        assertThat(balance(Account.FirmAccount.REFUND)).isEqualTo(usd("-40.00"));
        assertThat(creditFrom(note)).isEqualTo(usd("0.00"));
    }

    @Test
    void an_application_is_undone_as_far_as_a_note_has_not_given_it_back() {
        GrantId grant = cashier.granted("60.00");
        Invoice invoice = cashier.invoiceOf("60.00");
        var application = cashier.applied(invoice, null);
        cashier.credited(invoice, Excess.CREDIT, new Item.Amount(1, usd("25.00")));

        cashier.unapplied(application);

        assertThat(cashier.credit(grant).remaining()).isEqualTo(usd("60.00"));
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("35.00"));
    }

    @Test
    void a_note_on_time_takes_off_its_share_by_category() {
        Invoice invoice = mixedInvoice();

        CreditNote note = cashier.credited(
                invoice,
                Excess.CREDIT,
                new Item.Amount(1, usd("400.00")),
                new Item.Time(2, List.of(entry(invoice, 0)), false));

        assertThat(note.entry().amount()).isEqualTo(usd("410.00"));
        assertThat(cashier.account(invoice.id()).against())
                .containsEntry(new Account.Revenue(Category.PACKAGE), usd("600.00"))
                .containsEntry(new Account.Revenue(Category.HOURLY), usd("40.00"));
    }

    @Test
    void released_time_is_billed_once_more_and_only_once_H4() {
        Invoice invoice = mixedInvoice();
        SignedEngagement engagement = engagementOf(invoice);
        cashier.credited(invoice, Excess.CREDIT, new Item.Time(2, List.of(entry(invoice, 0), entry(invoice, 1)), true));

        Invoice next = cashier.issued(engagement);
        Invoice afterThat = cashier.issued(engagement);

        assertThat(next.head().totals().hourly()).isEqualTo(usd("50.00"));
        assertThat(afterThat.head().totals().hourly()).isEqualTo(usd("0.00"));
    }

    @Test
    void credited_time_that_is_not_released_is_never_billed_again_H4() {
        Invoice invoice = mixedInvoice();
        cashier.credited(
                invoice, Excess.CREDIT, new Item.Time(2, List.of(entry(invoice, 0), entry(invoice, 1)), false));

        Invoice next = cashier.issued(engagementOf(invoice));

        assertThat(next.head().totals().hourly()).isEqualTo(usd("0.00"));
    }

    @Test
    void the_rules_are_told_what_is_left_of_a_line_and_of_its_time() {
        Invoice invoice = mixedInvoice();
        TimeEntryId first = entry(invoice, 0);
        TimeEntryId stranger = new TimeEntryId(office.ports.ids().next());
        cashier.credited(invoice, Excess.CREDIT, new Item.Time(2, List.of(first), false));

        PermissiveRulebook refusing = refused(
                invoice,
                new Item.Amount(1, usd("1000.01")),
                new Item.Time(2, List.of(first, stranger), false),
                new Item.Amount(9, usd("1.00")));

        assertThat(refusing.lastAsked(CreditedLineFact.class))
                .extracting(CreditedLineFact::number, CreditedLineFact::amountMinor, CreditedLineFact::leftMinor)
                .containsExactly(tuple(1, 100_001L, 100_000L), tuple(2, 1_000L, 4_000L), tuple(9, 0L, 0L));
        assertThat(refusing.lastAsked(CreditedTimeFact.class))
                .containsExactly(
                        new CreditedTimeFact(2, first, true, true), new CreditedTimeFact(2, stranger, false, false));
        assertThat(refusing.lastAsked(CreditNoteFact.class)).singleElement().satisfies(fact -> {
            assertThat(fact.voided()).isFalse();
            assertThat(fact.lines()).isEqualTo(2);
            assertThat(fact.amountMinor()).isEqualTo(101_001);
        });
    }

    @Test
    void the_rules_are_told_that_an_entry_is_named_twice_and_that_the_invoice_is_void() {
        Invoice invoice = mixedInvoice();
        TimeEntryId first = entry(invoice, 0);
        cashier.voided(invoice);

        PermissiveRulebook refusing = refused(invoice, new Item.Time(2, List.of(first, first), false));

        assertThat(refusing.lastAsked(CreditedTimeFact.class))
                .contains(new CreditedTimeFact(2, first, true, false), new CreditedTimeFact(2, first, true, true));
        assertThat(refusing.lastAsked(CreditNoteFact.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.voided()).isTrue());
    }

    /** The rules that refused a note, and were asked for it. */
    private PermissiveRulebook refused(Invoice invoice, Item... items) {
        PermissiveRulebook refusing = new PermissiveRulebook();
        refusing.refuse("credit_note/" + invoice.id());
        CreditNoteRequest request =
                new CreditNoteRequest(invoice.id(), List.of(items), Excess.CREDIT, new CustomerText("Reason"));
        assertThat(office.restarted(office.ports, refusing)
                        .engine
                        .issueCreditNote()
                        .issue(office.admin, request, Office.NOW))
                .isInstanceOf(IssueCreditNote.Outcome.Refused.class);
        return refusing;
    }

    /** A package of 1000 dollars on line 1; entries of 6 and 24 minutes at 100 dollars on line 2. */
    private Invoice mixedInvoice() {
        SignedEngagement mixed = office.signed(Offers.mixed("1000.00", "100.00"));
        office.approved(mixed, LocalDate.of(2026, 1, 5), 6);
        office.approved(mixed, LocalDate.of(2026, 1, 6), 24);
        cashier.issued(mixed);
        return cashier.issued(mixed);
    }

    private SignedEngagement engagementOf(Invoice invoice) {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports
                                .billingPositions()
                                .read(
                                        office.firm,
                                        Objects.requireNonNull(
                                                invoice.head().parties().engagement()))
                                .orElseThrow()
                                .engagement());
    }

    private static TimeEntryId entry(Invoice invoice, int place) {
        return ((InvoiceLine.Hourly) invoice.lines().get(1))
                .items()
                .get(place)
                .version()
                .entry();
    }

    /** What is left of the credit that a note made. */
    private Money creditFrom(CreditNote note) {
        List<CreditBalance> made = office.ports
                .transactions()
                .in(
                        office.admin,
                        () -> office.ports
                                .credits()
                                .lockFrom(office.firm, note.entry().id()));
        made.forEach(credit -> assertThat(credit.grant().source()).isEqualTo(CreditSource.REFUND_AS_CREDIT));
        return made.isEmpty() ? usd("0.00") : made.getFirst().remaining();
    }

    private Money balance(Account account) {
        return TrialBalance.proven(office).of(account, CurrencyUnit.USD);
    }
}
