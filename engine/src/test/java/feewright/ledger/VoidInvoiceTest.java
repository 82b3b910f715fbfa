package feewright.ledger;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.credit.CreditGrant;
import feewright.credit.CreditNoteRequest;
import feewright.engagement.SignedEngagement;
import feewright.fixture.Cashier;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.invoice.Category;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.IssueInvoice;
import feewright.platform.ConcurrentChange;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Void and rebill (requirements I5, L1, L4). */
class VoidInvoiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Cashier cashier = new Cashier(office);

    @AfterEach
    void all_accounts_add_up_to_zero_L1() {
        TrialBalance.proven(office);
    }

    @Test
    void a_void_invoice_stays_as_it_was_and_is_billed_again_under_a_new_number_I5() {
        SignedEngagement mixed = office.signed(Offers.mixed("1000.00", "100.00"));
        cashier.issued(mixed);
        office.approved(mixed, LocalDate.of(2026, 1, 5), 60);
        Invoice old = cashier.issued(mixed);

        JournalEntry entry = cashier.voided(old);
        Invoice rebilled = cashier.issued(mixed);

        assertThat(in(() -> office.ports.invoices().find(office.firm, old.id())))
                .contains(old);
        assertThat(cashier.account(old.id()).settlement(TODAY)).isEqualTo(PaymentStatus.VOID);
        assertThat(entry.amount()).isEqualTo(usd("1100.00"));
        assertThat(rebilled.id()).isNotEqualTo(old.id());
        assertThat(rebilled.head().number().sequence()).isEqualTo(3);
        assertThat(rebilled.lines()).isEqualTo(old.lines());
        assertThat(cashier.account(rebilled.id()).owed()).isEqualTo(usd("1100.00"));
        assertThat(balance(new Account.Revenue(Category.HOURLY))).isEqualTo(usd("-100.00"));
        assertThat(balance(new Account.Revenue(Category.PACKAGE))).isEqualTo(usd("-2000.00"));
    }

    @Test
    void credit_goes_back_to_the_very_grants_also_after_their_day_L3() {
        GrantId expiring = cashier.granted("30.00", new CreditGrant.Limits(TODAY.plusDays(1), null));
        GrantId lasting = cashier.granted("50.00");
        Invoice invoice = cashier.invoiceOf("60.00");
        cashier.applied(invoice, null);
        cashier.granted("500.00", new CreditGrant.Limits(TODAY.plusDays(9), null));

        cashier.voided(invoice, Office.NOW.plus(Duration.ofDays(5)));

        assertThat(cashier.credit(expiring).remaining()).isEqualTo(usd("30.00"));
        assertThat(cashier.credit(lasting).remaining()).isEqualTo(usd("50.00"));
        assertThat(cashier.account(invoice.id()).creditApplied()).isEqualTo(usd("0.00"));
    }

    @Test
    void the_rules_are_told_what_was_paid_credited_or_voided_already() {
        Invoice clean = cashier.invoiceOf("100.00");
        Invoice paid = cashier.invoiceOf("100.00");
        Invoice credited = cashier.invoiceOf("100.00");
        cashier.paid(paid, "40.00");
        cashier.credited(credited, CreditNoteRequest.Excess.CREDIT, new CreditNoteRequest.Item.Amount(1, usd("10.00")));

        assertThat(asked(clean)).isEqualTo(new VoidFact(clean.id(), false, 0, false, false, false));
        assertThat(asked(paid)).isEqualTo(new VoidFact(paid.id(), false, 4000, false, false, false));
        assertThat(asked(credited)).isEqualTo(new VoidFact(credited.id(), false, 0, true, false, false));
    }

    @Test
    void the_rules_are_told_that_it_is_void_already() {
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.voided(invoice);

        assertThat(asked(invoice)).isEqualTo(new VoidFact(invoice.id(), true, 0, false, false, false));
    }

    @Test
    void a_refusal_changes_nothing() {
        Invoice invoice = cashier.invoiceOf("100.00");
        rulebook.refuse("void/" + invoice.id());

        VoidInvoice.Outcome outcome = office.engine
                .voidInvoice()
                .voidInvoice(office.admin, invoice.id(), new CustomerText("Reason"), Office.NOW);

        assertThat(outcome).isInstanceOf(VoidInvoice.Outcome.Refused.class);
        assertThat(cashier.account(invoice.id()).isVoid()).isFalse();
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("100.00"));
        SignedEngagement engagement = engagementOf(invoice);
        assertThat(in(() -> office.ports.billingPositions().read(office.firm, engagement.id()))
                        .orElseThrow()
                        .cursor()
                        .released())
                .isEmpty();
    }

    @Test
    void what_the_rules_let_pass_by_mistake_the_books_refuse() {
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.paid(invoice, "0.01");

        assertThatThrownBy(() -> cashier.voided(invoice)).isInstanceOf(ConcurrentChange.class);

        assertThat(cashier.account(invoice.id()).isVoid()).isFalse();
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("99.99"));
    }

    @Test
    void an_invoice_whose_payment_was_given_back_can_be_voided() {
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.refunded(cashier.paid(invoice, "40.00"), null);

        assertThat(asked(invoice)).isEqualTo(new VoidFact(invoice.id(), false, 0, false, false, false));
        cashier.voided(invoice);

        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(balance(Account.FirmAccount.CASH)).isEqualTo(usd("40.00"));
        assertThat(balance(Account.FirmAccount.REFUND)).isEqualTo(usd("-40.00"));
    }

    @Test
    void a_void_takes_a_write_off_back_as_well() {
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.writtenOff(invoice, "40.00");

        cashier.voided(invoice);

        assertThat(balance(Account.FirmAccount.WRITE_OFF)).isEqualTo(usd("0.00"));
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("0.00"));
    }

    @Test
    void an_invoice_without_an_engagement_is_voided_too() {
        InvoiceRequest request = new InvoiceRequest(
                new InvoiceRequest.Basis.ClientOnly(office.client, CurrencyUnit.USD, 30),
                null,
                List.of(
                        new InvoiceRequest.ManualCharge(new CustomerText("Charge"), usd("70.00")),
                        new InvoiceRequest.ManualCharge(new CustomerText("Discount"), usd("-20.00"))),
                new InvoiceRequest.Override(new CustomerText("Reason")));
        IssueInvoice.Outcome outcome =
                office.engine.issueInvoice().issue(office.masterAdmin, request, null, Office.NOW);
        Invoice invoice = ((IssueInvoice.Outcome.Issued) outcome).invoice();
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("50.00"));

        cashier.voided(invoice);

        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(balance(new Account.Revenue(Category.MANUAL))).isEqualTo(usd("0.00"));
    }

    @Test
    void a_void_is_audited_and_its_reason_kept_apart_T4_T3() {
        Invoice invoice = cashier.invoiceOf("100.00");

        JournalEntry entry = cashier.voided(invoice);

        assertThat(in(() -> office.ports.auditTrail().page(office.firm, null, 1)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.action()).isEqualTo("invoice_voided");
                    assertThat(event.target().id().value())
                            .isEqualTo(invoice.id().value());
                    assertThat(event.amount()).isEqualTo(usd("100.00"));
                    assertThat(event.codes()).contains("journal-entry-" + entry.id());
                });
        assertThat(in(() -> office.ports
                        .customerTexts()
                        .of(office.firm, List.of(entry.id().value()))))
                .containsEntry(CustomerTextKey.of(entry.id(), "reason"), new CustomerText("Reason"));
    }

    @Test
    void an_invoice_of_another_firm_is_not_found_T1() {
        Office neighbour = Office.open(office.ports, new PermissiveRulebook());
        Invoice invoice = cashier.invoiceOf("100.00");
        InvoiceId unknown = new InvoiceId(office.ports.ids().next());

        for (InvoiceId id : List.of(invoice.id(), unknown)) {
            assertThat(neighbour
                            .engine
                            .voidInvoice()
                            .voidInvoice(neighbour.admin, id, new CustomerText("Reason"), Office.NOW))
                    .isInstanceOf(VoidInvoice.Outcome.NotFound.class);
        }
    }

    /** What the rules were asked, while they refused. */
    private VoidFact asked(Invoice invoice) {
        PermissiveRulebook refusing = new PermissiveRulebook();
        refusing.refuse("void/" + invoice.id());
        office.restarted(office.ports, refusing)
                .engine
                .voidInvoice()
                .voidInvoice(office.admin, invoice.id(), new CustomerText("Reason"), Office.NOW);
        return refusing.lastAsked(VoidFact.class).getFirst();
    }

    private SignedEngagement engagementOf(Invoice invoice) {
        return (SignedEngagement) in(() -> office.ports
                        .engagements()
                        .find(
                                office.firm,
                                Objects.requireNonNull(invoice.head().parties().engagement())))
                .orElseThrow();
    }

    private Money balance(Account account) {
        return TrialBalance.proven(office).of(account, CurrencyUnit.USD);
    }

    private <T> T in(Supplier<T> work) {
        return office.ports.transactions().reading(office.admin, work);
    }
}
