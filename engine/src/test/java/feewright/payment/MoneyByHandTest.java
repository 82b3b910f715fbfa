package feewright.payment;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.credit.CreditBalance;
import feewright.credit.CreditNoteRequest;
import feewright.credit.CreditSource;
import feewright.credit.RefundCredit;
import feewright.fixture.Cashier;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.ledger.Account;
import feewright.ledger.EntryCause;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.PaymentStatus;
import feewright.ledger.WriteOffFact;
import feewright.ledger.WriteOffInvoice;
import feewright.platform.ConcurrentChange;
import feewright.platform.CustomerText;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments, write-offs and refunds (requirements A5, L1). */
class MoneyByHandTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Cashier cashier = new Cashier(office);

    @AfterEach
    void all_accounts_add_up_to_zero_L1() {
        TrialBalance.proven(office);
    }

    /** An invoice of 100 dollars of which some was given up; then money comes in. */
    @ParameterizedTest
    @CsvSource({
        "0.00,    40.00, 60.00,  0.00,  0.00, PART_PAID",
        "0.00,   100.00,  0.00,  0.00,  0.00, PAID",
        "0.00,   130.00,  0.00,  0.00, 30.00, PAID",
        "100.00,  40.00,  0.00, 60.00,  0.00, WRITTEN_OFF",
        "100.00, 100.00,  0.00,  0.00,  0.00, PAID",
        "100.00, 130.00,  0.00,  0.00, 30.00, PAID",
        "30.00,   70.00,  0.00, 30.00,  0.00, WRITTEN_OFF",
        "30.00,   80.00,  0.00, 20.00,  0.00, WRITTEN_OFF",
        "30.00,  101.00,  0.00,  0.00,  1.00, PAID",
    })
    void money_pays_what_is_owed_then_regains_what_was_given_up_and_the_rest_is_credit_A5(
            String lost, String paid, String owed, String stillLost, String credit, PaymentStatus settlement) {
        Invoice invoice = cashier.invoiceOf("100.00");
        if (usd(lost).isPositive()) {
            cashier.writtenOff(invoice, lost);
        }

        JournalEntry payment = cashier.paid(invoice, paid);

        InvoiceAccount account = cashier.account(invoice.id());
        assertThat(account.owed()).isEqualTo(usd(owed));
        assertThat(account.writtenOff()).isEqualTo(usd(stillLost));
        assertThat(account.settlement(TODAY)).isEqualTo(settlement);
        assertThat(balance(Account.FirmAccount.CASH)).isEqualTo(usd(paid));
        assertThat(balance(Account.FirmAccount.WRITE_OFF)).isEqualTo(usd(stillLost));
        if (usd(credit).isPositive()) {
            CreditBalance made = cashier.creditFrom(payment.id());
            assertThat(made.remaining()).isEqualTo(usd(credit));
            assertThat(made.grant().source()).isEqualTo(CreditSource.OVERPAYMENT);
            assertThat(made.grant().of().client()).isEqualTo(office.client);
        }
    }

    @Test
    void money_for_a_void_invoice_is_credit_and_never_lost_A5() {
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.voided(invoice);

        JournalEntry payment = cashier.paid(invoice, "100.00");

        assertThat(rulebook.lastAsked(PaymentFact.class))
                .containsExactly(new PaymentFact(invoice.id(), true, 10_000, false, false));
        assertThat(cashier.creditFrom(payment.id()).remaining()).isEqualTo(usd("100.00"));
    }

    @Test
    void a_deposit_is_credit_of_its_client_that_pays_a_later_invoice() {
        JournalEntry deposit = cashier.deposited("80.00");
        CreditBalance made = cashier.creditFrom(deposit.id());
        Invoice invoice = cashier.invoiceOf("100.00");

        cashier.applied(invoice, null);

        assertThat(made.grant().source()).isEqualTo(CreditSource.DEPOSIT);
        assertThat(made.remaining()).isEqualTo(usd("80.00"));
        assertThat(cashier.credit(made.id()).remaining()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("20.00"));
    }

    @Test
    void the_rules_are_told_of_money_from_the_future() {
        MoneyIn.Received tomorrow = new MoneyIn.Received(
                usd("1.00"), EntryCause.Method.WIRE, TODAY.plusDays(1), new CustomerText("Reference"));

        office.engine.recordPayment().deposit(office.admin, office.client, tomorrow, Office.NOW);

        assertThat(rulebook.lastAsked(PaymentFact.class))
                .containsExactly(new PaymentFact(null, false, 100, true, false));
    }

    @Test
    void the_rules_are_told_of_money_from_before_its_invoice() {
        Invoice invoice = cashier.invoiceOf("100.00");
        LocalDate issued = invoice.head().dates().issue();
        MoneyIn.Received before = new MoneyIn.Received(usd("1.00"), EntryCause.Method.WIRE, issued.minusDays(1), null);
        MoneyIn.Received same = new MoneyIn.Received(usd("1.00"), EntryCause.Method.WIRE, issued, null);

        office.engine.recordPayment().pay(office.admin, invoice.id(), before, Office.NOW);
        assertThat(rulebook.lastAsked(PaymentFact.class))
                .containsExactly(new PaymentFact(invoice.id(), false, 100, false, true));

        office.engine.recordPayment().pay(office.admin, invoice.id(), same, Office.NOW);
        assertThat(rulebook.lastAsked(PaymentFact.class))
                .containsExactly(new PaymentFact(invoice.id(), false, 100, false, false));
    }

    @Test
    void a_refused_payment_leaves_nothing() {
        Invoice invoice = cashier.invoiceOf("100.00");
        rulebook.refuse("payment/" + invoice.id());
        MoneyIn.Received received = new MoneyIn.Received(usd("130.00"), EntryCause.Method.WIRE, TODAY, null);

        RecordPayment.Outcome outcome =
                office.engine.recordPayment().pay(office.admin, invoice.id(), received, Office.NOW);

        assertThat(outcome).isInstanceOf(RecordPayment.Outcome.Refused.class);
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("100.00"));
        assertThat(balance(Account.FirmAccount.CASH)).isEqualTo(usd("0.00"));
    }

    @Test
    void a_refund_takes_the_credit_that_the_payment_made_first_and_then_the_invoice_owes_again() {
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry payment = cashier.paid(invoice, "150.00");

        JournalEntry refund = cashier.refunded(payment, "70.00");

        assertThat(refund.transfers()).hasSize(2);
        assertThat(cashier.creditFrom(payment.id()).remaining()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("20.00"));
        assertThat(cashier.account(invoice.id()).settlement(TODAY)).isEqualTo(PaymentStatus.PART_PAID);
        assertThat(balance(Account.FirmAccount.REFUND)).isEqualTo(usd("-70.00"));
        assertThat(refund.cause()).isEqualTo(new EntryCause.PaymentRefunded(payment.id(), invoice.id()));
    }

    @Test
    void no_more_is_given_back_than_came_in_over_all_refunds_A5() {
        Invoice invoice = cashier.invoiceOf("200.00");
        JournalEntry first = cashier.paid(invoice, "100.00");
        cashier.paid(invoice, "40.00");

        cashier.refunded(first, "30.00");

        assertThat(refundable(first)).isEqualTo(7_000);
        assertThat(cashier.refunded(first, null).amount()).isEqualTo(usd("70.00"));
        assertThat(refundable(first)).isZero();
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("160.00"));
    }

    @Test
    void no_more_is_given_back_than_the_firm_still_holds() {
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry payment = cashier.paid(invoice, "150.00");
        cashier.applied(cashier.invoiceOf("50.00"), null);
        assertThat(refundable(payment)).isEqualTo(10_000);

        cashier.credited(invoice, CreditNoteRequest.Excess.REFUND, new CreditNoteRequest.Item.Amount(1, usd("40.00")));

        assertThat(refundable(payment)).isEqualTo(6_000);
        cashier.refunded(payment, null);
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("60.00"));
        assertThat(cashier.account(invoice.id()).received()).isEqualTo(usd("0.00"));
    }

    @Test
    void what_was_paid_out_of_a_deposit_as_credit_counts_as_given_back() {
        JournalEntry deposit = cashier.deposited("50.00");
        CreditBalance made = cashier.creditFrom(deposit.id());
        office.engine
                .refundCredit()
                .refund(
                        office.admin,
                        new RefundCredit.Request(made.id(), usd("20.00"), new CustomerText("Reason")),
                        Office.NOW);

        assertThat(refundable(deposit)).isEqualTo(3_000);
        JournalEntry refund = cashier.refunded(deposit, null);

        assertThat(refund.cause()).isEqualTo(new EntryCause.PaymentRefunded(deposit.id(), null));
        assertThat(balance(Account.FirmAccount.REFUND)).isEqualTo(usd("-50.00"));
        assertThat(balance(Account.FirmAccount.CASH)).isEqualTo(usd("50.00"));
    }

    @Test
    void only_a_payment_is_given_back() {
        JournalEntry writeOff = cashier.writtenOff(cashier.invoiceOf("100.00"), null);

        assertThat(refund(writeOff.id(), null)).isInstanceOf(RefundPayment.Outcome.NotFound.class);
        assertThat(refund(new JournalEntryId(office.ports.ids().next()), null))
                .isInstanceOf(RefundPayment.Outcome.NotFound.class);
    }

    @Test
    void a_write_off_of_a_part_leaves_the_rest_owed_and_the_rules_are_told_both() {
        Invoice invoice = cashier.invoiceOf("100.00");

        cashier.writtenOff(invoice, "40.00");
        assertThat(rulebook.lastAsked(WriteOffFact.class))
                .containsExactly(new WriteOffFact(invoice.id(), 4_000, 10_000));
        JournalEntry rest = cashier.writtenOff(invoice, null);

        assertThat(rest.amount()).isEqualTo(usd("60.00"));
        assertThat(cashier.account(invoice.id()).settlement(TODAY)).isEqualTo(PaymentStatus.WRITTEN_OFF);
        assertThat(balance(Account.FirmAccount.WRITE_OFF)).isEqualTo(usd("100.00"));
    }

    @Test
    void no_more_is_written_off_than_is_owed_whatever_the_rules_say_L1() {
        Invoice invoice = cashier.invoiceOf("100.00");
        WriteOffInvoice.Request beyond =
                new WriteOffInvoice.Request(invoice.id(), usd("100.01"), new CustomerText("Reason"));

        assertThatThrownBy(() -> office.engine.writeOffInvoice().writeOff(office.admin, beyond, Office.NOW))
                .isInstanceOf(ConcurrentChange.class);

        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("100.00"));
    }

    /** What the rules are told that can be given back, while they refuse. */
    private long refundable(JournalEntry payment) {
        PermissiveRulebook refusing = new PermissiveRulebook();
        refusing.refuse("refund/" + payment.id());
        RefundPayment.Request request = new RefundPayment.Request(payment.id(), null, new CustomerText("Reason"));
        office.restarted(office.ports, refusing).engine.refundPayment().refund(office.admin, request, Office.NOW);
        RefundFact asked = refusing.lastAsked(RefundFact.class).getFirst();
        assertThat(asked.amountMinor())
                .as("all of the payment where nothing can be given back, so that the rules name the reason")
                .isEqualTo(
                        asked.refundableMinor() > 0
                                ? asked.refundableMinor()
                                : payment.amount().getAmountMinorLong());
        return asked.refundableMinor();
    }

    private RefundPayment.Outcome refund(JournalEntryId payment, @Nullable Money amount) {
        return office.engine
                .refundPayment()
                .refund(
                        office.admin,
                        new RefundPayment.Request(payment, amount, new CustomerText("Reason")),
                        Office.NOW);
    }

    private Money balance(Account account) {
        return TrialBalance.proven(office).of(account, CurrencyUnit.USD);
    }
}
