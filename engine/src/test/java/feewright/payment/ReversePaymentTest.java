package feewright.payment;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.credit.CreditBalance;
import feewright.credit.CreditNote;
import feewright.credit.CreditNoteRequest;
import feewright.credit.RefundCredit;
import feewright.fixture.Cashier;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.ledger.Account;
import feewright.ledger.EntryCause;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger;
import feewright.ledger.PaymentStatus;
import feewright.platform.CustomerText;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A payment that was typed wrongly, taken back whatever became of it meanwhile (requirements T6, L1 to L4). */
class ReversePaymentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);
    private static final CustomerText REASON = new CustomerText("Typed for another client");

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Cashier cashier = new Cashier(office);

    @AfterEach
    void all_accounts_add_up_to_zero_L1() {
        TrialBalance.proven(office);
    }

    /** An invoice of 100 dollars of which some was given up; then a payment is recorded and taken back. */
    @ParameterizedTest
    @CsvSource({
        "0.00,    40.00, 100.00,   0.00, OPEN",
        "0.00,   130.00, 100.00,   0.00, OPEN",
        "100.00,  40.00,   0.00, 100.00, WRITTEN_OFF",
        "100.00, 130.00,   0.00, 100.00, WRITTEN_OFF",
        "30.00,   80.00,  70.00,  30.00, OPEN",
    })
    void the_books_are_as_if_it_had_never_been_recorded_T6(
            String lost, String paid, String owed, String stillLost, PaymentStatus settlement) {
        Invoice invoice = cashier.invoiceOf("100.00");
        if (usd(lost).isPositive()) {
            cashier.writtenOff(invoice, lost);
        }
        JournalEntry payment = cashier.paid(invoice, paid);

        JournalEntry reversal = cashier.reversedPayment(payment);

        assertThat(reversal.cause())
                .isEqualTo(new EntryCause.PaymentReversed(payment.id(), invoice.id(), EntryCause.Method.CHEQUE));
        assertThat(reversal.amount()).isEqualTo(usd(paid));
        assertThat(reversal.on()).isEqualTo(TODAY);
        InvoiceAccount account = cashier.account(invoice.id());
        assertThat(account.owed()).isEqualTo(usd(owed));
        assertThat(account.writtenOff()).isEqualTo(usd(stillLost));
        assertThat(account.received()).isEqualTo(usd("0.00"));
        assertThat(account.settlement(TODAY)).isEqualTo(settlement);
        assertThat(balance(Account.FirmAccount.CASH)).isEqualTo(usd("0.00"));
        assertThat(balance(Account.FirmAccount.REFUND)).isEqualTo(usd("0.00"));
    }

    @Test
    void credit_that_it_made_goes_and_the_invoices_that_this_credit_paid_owe_again() {
        Invoice wrong = cashier.invoiceOf("100.00");
        Invoice other = cashier.invoiceOf("50.00");
        GrantId promotion = cashier.granted("10.00");
        JournalEntry payment = cashier.paid(wrong, "130.00");
        CreditBalance made = cashier.creditFrom(payment.id());
        JournalEntry application = cashier.applied(other, "35.00");

        cashier.reversedPayment(payment);

        assertThat(cashier.account(wrong.id()).owed()).isEqualTo(usd("100.00"));
        assertThat(cashier.account(other.id()).owed()).isEqualTo(usd("40.00"));
        assertThat(cashier.account(other.id()).drawn()).containsOnlyKeys(promotion);
        assertThat(cashier.credit(made.id()).remaining()).isEqualTo(usd("0.00"));
        assertThat(kinds(other)).containsExactly(Ledger.EntryKind.CREDIT_WITHDRAWN, Ledger.EntryKind.CREDIT_APPLIED);
        assertThat(cashier.unapplied(application).amount()).isEqualTo(usd("10.00"));
    }

    @Test
    void a_deposit_goes_with_all_that_it_paid() {
        JournalEntry deposit = cashier.deposited("80.00");
        Invoice first = cashier.invoiceOf("50.00");
        Invoice second = cashier.invoiceOf("50.00");
        cashier.applied(first, null);
        cashier.applied(second, null);

        cashier.reversedPayment(deposit);

        assertThat(cashier.account(first.id()).owed()).isEqualTo(usd("50.00"));
        assertThat(cashier.account(second.id()).owed()).isEqualTo(usd("50.00"));
        assertThat(cashier.creditFrom(deposit.id()).remaining()).isEqualTo(usd("0.00"));
        assertThat(balance(Account.FirmAccount.CASH)).isEqualTo(usd("0.00"));
    }

    @Test
    void credit_that_a_credit_note_made_of_its_money_lowers_what_the_invoice_owes_instead() {
        Invoice wrong = cashier.invoiceOf("100.00");
        Invoice other = cashier.invoiceOf("30.00");
        JournalEntry payment = cashier.paid(wrong, "100.00");
        cashier.credited(wrong, CreditNoteRequest.Excess.CREDIT, new CreditNoteRequest.Item.Amount(1, usd("40.00")));
        cashier.applied(other, null);

        cashier.reversedPayment(payment);

        assertThat(cashier.account(wrong.id()).owed()).isEqualTo(usd("60.00"));
        assertThat(cashier.account(wrong.id()).received()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(other.id()).owed()).isEqualTo(usd("30.00"));
        assertThat(balance(Account.FirmAccount.CASH)).isEqualTo(usd("0.00"));
    }

    @Test
    void a_credit_note_on_a_write_off_that_it_had_regained_leaves_the_rest_written_off() {
        Invoice wrong = cashier.invoiceOf("100.00");
        cashier.writtenOff(wrong, null);
        JournalEntry payment = cashier.paid(wrong, "100.00");
        cashier.credited(wrong, CreditNoteRequest.Excess.CREDIT, new CreditNoteRequest.Item.Amount(1, usd("40.00")));

        cashier.reversedPayment(payment);

        assertThat(cashier.account(wrong.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(wrong.id()).writtenOff()).isEqualTo(usd("60.00"));
    }

    @Test
    void what_a_credit_note_paid_out_of_its_money_the_client_owes() {
        Invoice wrong = cashier.invoiceOf("100.00");
        JournalEntry payment = cashier.paid(wrong, "100.00");
        cashier.credited(wrong, CreditNoteRequest.Excess.REFUND, new CreditNoteRequest.Item.Amount(1, usd("40.00")));

        cashier.reversedPayment(payment);

        assertThat(cashier.account(wrong.id()).owed()).isEqualTo(usd("100.00"));
        assertThat(balance(Account.FirmAccount.REFUND)).isEqualTo(usd("-40.00"));
    }

    @Test
    void other_payments_of_the_invoice_stay() {
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry wrong = cashier.paid(invoice, "70.00");
        cashier.paid(invoice, "50.00");

        cashier.reversedPayment(wrong);

        assertThat(cashier.account(invoice.id()).received()).isEqualTo(usd("30.00"));
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("70.00"));
        assertThat(balance(Account.FirmAccount.CASH)).isEqualTo(usd("50.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "100.00, 100.00,  0.00,   0.00,  0.00",
        "100.00, 140.00,  0.00,   0.00, 40.00",
        "100.00,  30.00,  0.00,  70.00,  0.00",
        "40.00,   50.00, 60.00,  40.00, 50.00",
        "40.00,   70.00, 60.00,  30.00, 60.00",
    })
    void other_money_that_was_too_much_takes_over_what_it_had_regained_of_a_write_off(
            String lost, String other, String owed, String stillLost, String credit) {
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.writtenOff(invoice, lost);
        JournalEntry wrong = cashier.paid(invoice, "100.00");
        JournalEntry right = cashier.paid(invoice, other);

        cashier.reversedPayment(wrong);

        InvoiceAccount account = cashier.account(invoice.id());
        assertThat(account.owed()).isEqualTo(usd(owed));
        assertThat(account.writtenOff()).isEqualTo(usd(stillLost));
        assertThat(cashier.creditFrom(right.id()).remaining()).isEqualTo(usd(credit));
    }

    @Test
    void what_took_over_and_is_reversed_too_leaves_the_write_off_as_it_was() {
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.writtenOff(invoice, "100.00");
        JournalEntry first = cashier.paid(invoice, "100.00");
        JournalEntry second = cashier.paid(invoice, "100.00");
        cashier.reversedPayment(first);

        cashier.reversedPayment(second);

        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(invoice.id()).writtenOff()).isEqualTo(usd("100.00"));
        assertThat(balance(Account.FirmAccount.CASH)).isEqualTo(usd("0.00"));
    }

    @Test
    void what_takes_over_can_be_taken_off_by_a_person_and_the_invoice_owes_then() {
        Invoice invoice = cashier.invoiceOf("100.00");
        cashier.writtenOff(invoice, "100.00");
        JournalEntry wrong = cashier.paid(invoice, "100.00");
        JournalEntry right = cashier.paid(invoice, "100.00");
        cashier.reversedPayment(wrong);
        assertThat(kinds(invoice)).startsWith(Ledger.EntryKind.CREDIT_APPLIED, Ledger.EntryKind.PAYMENT_REVERSED);

        cashier.unapplied(entries(invoice).getFirst());

        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("100.00"));
        assertThat(cashier.creditFrom(right.id()).remaining()).isEqualTo(usd("100.00"));
    }

    @Test
    void what_a_credit_note_gave_back_comes_out_of_the_other_money_that_was_too_much() {
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry wrong = cashier.paid(invoice, "100.00");
        JournalEntry right = cashier.paid(invoice, "100.00");
        cashier.credited(
                invoice, CreditNoteRequest.Excess.REFUND_BY_HAND, new CreditNoteRequest.Item.Amount(1, usd("20.00")));
        assertThat(told(wrong).goneMinor()).isZero();
        rulebook.permit("payment_reversal/" + wrong.id());

        cashier.reversedPayment(wrong);

        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("80.00"));
        assertThat(cashier.creditFrom(right.id()).remaining()).isEqualTo(usd("80.00"));
        assertThat(told(right).goneMinor()).isEqualTo(2_000);
    }

    @Test
    void without_a_write_off_the_other_money_stays_the_clients_credit() {
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry wrong = cashier.paid(invoice, "100.00");
        JournalEntry right = cashier.paid(invoice, "100.00");

        cashier.reversedPayment(wrong);
        office.creditArrives(Office.NOW);

        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("100.00"));
        assertThat(cashier.creditFrom(right.id()).remaining()).isEqualTo(usd("100.00"));
    }

    @Test
    void the_rules_are_told_what_went_out_again() {
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry payment = cashier.paid(invoice, "130.00");
        GrantId made = cashier.creditFrom(payment.id()).id();
        office.engine
                .refundCredit()
                .refund(office.admin, new RefundCredit.Request(made, usd("20.00"), REASON), Office.NOW);

        assertThat(told(payment).goneMinor()).isEqualTo(4_000);
        assertThat(told(payment).reversed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"REFUND_BY_HAND, 0.00", "CREDIT, 20.00"})
    void the_rules_are_told_what_went_out_through_a_credit_note(CreditNoteRequest.Excess excess, String payout) {
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry payment = cashier.paid(invoice, "100.00");
        CreditNote note = cashier.credited(invoice, excess, new CreditNoteRequest.Item.Amount(1, usd("20.00")));
        payOut(cashier.creditFrom(note.entry().id()).id(), payout);

        assertThat(told(payment).goneMinor()).isEqualTo(2_000);
    }

    @ParameterizedTest
    @CsvSource({"60.00, 40.00, 4000", "60.00, 20.00, 4000", "40.00, 40.00, 2000"})
    void what_went_out_through_a_credit_note_counts_as_far_as_no_other_payment_can_have_been_it(
            String first, String second, long gone) {
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry payment = cashier.paid(invoice, first);
        cashier.paid(invoice, second);
        CreditNote note = cashier.credited(
                invoice, CreditNoteRequest.Excess.REFUND_BY_HAND, new CreditNoteRequest.Item.Amount(1, usd("80.00")));

        assertThat(cashier.creditFrom(note.entry().id()).remaining()).isEqualTo(usd("0.00"));
        assertThat(told(payment).goneMinor()).isEqualTo(gone);
    }

    @Test
    void what_another_payment_was_too_much_covers_what_a_credit_note_gave_back() {
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry payment = cashier.paid(invoice, "100.00");
        cashier.paid(invoice, "90.00");
        cashier.credited(
                invoice, CreditNoteRequest.Excess.REFUND_BY_HAND, new CreditNoteRequest.Item.Amount(1, usd("95.00")));

        assertThat(told(payment).goneMinor()).isEqualTo(500);
    }

    @Test
    void the_rules_are_told_that_it_was_reversed_before_and_nothing_of_it_can_be_given_back() {
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry payment = cashier.paid(invoice, "60.00");
        cashier.reversedPayment(payment);

        assertThat(told(payment)).isEqualTo(new PaymentReversalFact(payment.id(), true, true, false, 0));
        rulebook.refuse("refund/" + payment.id());
        office.engine
                .refundPayment()
                .refund(office.admin, new RefundPayment.Request(payment.id(), null, REASON), Office.NOW);
        assertThat(rulebook.lastAsked(RefundFact.class)).containsExactly(new RefundFact(payment.id(), 6_000, 0));
    }

    @Test
    void a_reversal_that_is_refused_says_so_before_it_looks_for_what_is_alike() {
        Invoice invoice = cashier.invoiceOf("500.00");
        JournalEntry payment = recorded(invoice, "100.00", "TRF 4711");
        done(reverse(payment, new ReplacementPayment(null, null, same(), false)));
        assertThat(reverse(payment, new ReplacementPayment(null, null, same(), false)))
                .isInstanceOf(ReversePayment.Outcome.PossibleDuplicate.class);
        rulebook.refuse("payment_reversal/" + payment.id());

        ReversePayment.Outcome again = reverse(payment, new ReplacementPayment(null, null, same(), false));

        assertThat(again).isInstanceOf(ReversePayment.Outcome.Refused.class);
    }

    @Test
    void a_refused_reversal_leaves_nothing() {
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry payment = cashier.paid(invoice, "60.00");
        rulebook.refuse("payment_reversal/" + payment.id());

        ReversePayment.Outcome outcome = reverse(payment, null);

        assertThat(outcome).isInstanceOf(ReversePayment.Outcome.Refused.class);
        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("40.00"));
    }

    @Test
    void only_a_payment_is_reversed() {
        JournalEntry writeOff = cashier.writtenOff(cashier.invoiceOf("100.00"), null);

        assertThat(reverse(writeOff, null)).isInstanceOf(ReversePayment.Outcome.NotFound.class);
    }

    @Test
    void a_payment_is_moved_to_another_invoice_in_one_act() {
        Invoice wrong = cashier.invoiceOf("100.00");
        Invoice right = cashier.invoiceOf("70.00");
        JournalEntry payment = recorded(wrong, "100.00", "TRF 4711");

        JournalEntry moved = done(reverse(payment, new ReplacementPayment(right.id(), null, same(), false)));

        assertThat(cashier.account(wrong.id()).owed()).isEqualTo(usd("100.00"));
        assertThat(cashier.account(right.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.creditFrom(moved.id()).remaining()).isEqualTo(usd("30.00"));
        assertThat(moved.on()).isEqualTo(payment.on());
        assertThat(moved.amount()).isEqualTo(payment.amount());
        assertThat(balance(Account.FirmAccount.CASH)).isEqualTo(usd("100.00"));
    }

    @Test
    void a_wrong_amount_is_recorded_anew_for_the_same_invoice() {
        Invoice invoice = cashier.invoiceOf("100.00");
        JournalEntry payment = recorded(invoice, "1000.00", "TRF 4711");

        ReplacementPayment.Details hundred = new ReplacementPayment.Details(usd("100.00"), null, null, null);
        JournalEntry right = done(reverse(payment, new ReplacementPayment(null, null, hundred, false)));

        assertThat(cashier.account(invoice.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.creditFrom(payment.id()).remaining()).isEqualTo(usd("0.00"));
        assertThat(right.cause()).isEqualTo(new EntryCause.PaymentReceived(invoice.id(), EntryCause.Method.WIRE));
    }

    @Test
    void where_the_right_payment_is_refused_the_wrong_one_stays() {
        Invoice wrong = cashier.invoiceOf("100.00");
        Invoice right = cashier.invoiceOf("70.00");
        JournalEntry payment = recorded(wrong, "100.00", "TRF 4711");
        rulebook.refuse("payment/" + right.id());

        ReversePayment.Outcome outcome = reverse(payment, new ReplacementPayment(right.id(), null, same(), false));

        assertThat(outcome).isInstanceOf(ReversePayment.Outcome.Refused.class);
        assertThat(cashier.account(wrong.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(right.id()).owed()).isEqualTo(usd("70.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "TRF 4711,     100.00, 2026-04-09, true",
        "' trf  4711', 100.00, 2026-04-09, true",
        "TRF 4712,     100.00, 2026-04-09, false",
        "TRF 4711,     100.01, 2026-04-09, false",
        "TRF 4711,     100.00, 2026-04-08, false",
        ",             100.00, 2026-04-09, false",
    })
    void the_same_amount_day_and_reference_is_a_possible_duplicate_for_whatever_invoice_T6(
            String reference, String amount, LocalDate on, boolean isDuplicate) {
        JournalEntry first = recorded(cashier.invoiceOf("100.00"), "100.00", "TRF 4711");
        Invoice other = cashier.invoiceOf("200.00");

        RecordPayment.Outcome outcome = office.engine
                .recordPayment()
                .pay(
                        office.admin,
                        other.id(),
                        new MoneyIn.Received(
                                usd(amount),
                                EntryCause.Method.WIRE,
                                on,
                                reference == null ? null : new CustomerText(reference)),
                        Office.NOW);

        if (isDuplicate) {
            assertThat(outcome).isEqualTo(new RecordPayment.Outcome.PossibleDuplicate(first.id()));
            assertThat(cashier.account(other.id()).owed()).isEqualTo(usd("200.00"));
        } else {
            assertThat(outcome).isInstanceOf(RecordPayment.Outcome.Recorded.class);
        }
    }

    @Test
    void a_duplicate_that_is_none_is_recorded_when_it_is_said_and_one_of_a_reversed_payment_at_once() {
        Invoice invoice = cashier.invoiceOf("500.00");
        JournalEntry first = recorded(invoice, "100.00", "Rent");
        MoneyIn.Received again = received("100.00", "Rent");
        MoneyIn.Received meant =
                new MoneyIn.Received(again.amount(), again.method(), again.on(), again.reference(), true);

        assertThat(office.engine.recordPayment().deposit(office.admin, office.client, again, Office.NOW))
                .isEqualTo(new RecordPayment.Outcome.PossibleDuplicate(first.id()));
        assertThat(office.engine.recordPayment().pay(office.admin, invoice.id(), meant, Office.NOW))
                .isInstanceOf(RecordPayment.Outcome.Recorded.class);
        cashier.reversedPayment(first);
        assertThat(office.engine.recordPayment().pay(office.admin, invoice.id(), again, Office.NOW))
                .isInstanceOf(RecordPayment.Outcome.PossibleDuplicate.class);
    }

    @Test
    void one_wire_pays_several_invoices_exactly_and_the_rest_is_credit_T6() {
        Invoice first = cashier.invoiceOf("100.00");
        Invoice second = cashier.invoiceOf("70.00");
        GrantId older = cashier.granted("10.00");

        JournalEntry payment = shared("200.00", part(first, "100.00"), part(second, "40.00"));

        assertThat(cashier.account(first.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(second.id()).owed()).isEqualTo(usd("30.00"));
        assertThat(cashier.creditFrom(payment.id()).remaining()).isEqualTo(usd("60.00"));
        assertThat(cashier.credit(older).remaining()).isEqualTo(usd("10.00"));
        cashier.reversedPayment(payment);
        assertThat(cashier.account(first.id()).owed()).isEqualTo(usd("100.00"));
        assertThat(cashier.account(second.id()).owed()).isEqualTo(usd("70.00"));
        assertThat(balance(Account.FirmAccount.CASH)).isEqualTo(usd("0.00"));
    }

    @Test
    void where_one_part_is_refused_nothing_of_the_wire_is_recorded() {
        Invoice first = cashier.invoiceOf("100.00");
        Invoice second = cashier.invoiceOf("70.00");
        rulebook.refuse("application/" + second.id());

        RecordPayment.Outcome outcome = share("200.00", part(first, "100.00"), part(second, "70.00"));

        assertThat(outcome).isInstanceOf(RecordPayment.Outcome.Refused.class);
        assertThat(cashier.account(first.id()).owed()).isEqualTo(usd("100.00"));
        assertThat(balance(Account.FirmAccount.CASH)).isEqualTo(usd("0.00"));
    }

    @Test
    void a_correction_of_the_same_money_pays_the_same_invoices_again_as_far_as_it_still_did() {
        Invoice first = cashier.invoiceOf("100.00");
        Invoice second = cashier.invoiceOf("70.00");
        Invoice third = cashier.invoiceOf("30.00");
        GrantId older = cashier.granted("10.00");
        JournalEntry wrong = shared("200.00", part(first, "100.00"), part(second, "40.00"), part(third, "30.00"));
        cashier.unapplied(entries(third).getFirst());

        ReplacementPayment.Details told =
                new ReplacementPayment.Details(null, null, null, new CustomerText("TRF 4711"));
        JournalEntry right = done(reverse(wrong, new ReplacementPayment(null, null, told, false)));

        assertThat(cashier.account(first.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(second.id()).owed()).isEqualTo(usd("30.00"));
        assertThat(cashier.account(third.id()).owed()).isEqualTo(usd("30.00"));
        assertThat(cashier.creditFrom(wrong.id()).remaining()).isEqualTo(usd("0.00"));
        assertThat(cashier.creditFrom(right.id()).remaining()).isEqualTo(usd("60.00"));
        assertThat(cashier.credit(older).remaining()).isEqualTo(usd("10.00"));
        assertThat(balance(Account.FirmAccount.CASH)).isEqualTo(usd("200.00"));
    }

    @ParameterizedTest
    @CsvSource({"160.00, false", "150.00, true"})
    void a_correction_of_the_amount_or_the_client_has_to_say_what_the_invoices_get(String amount, boolean other) {
        Invoice first = cashier.invoiceOf("100.00");
        Invoice second = cashier.invoiceOf("70.00");
        JournalEntry wrong = shared("150.00", part(first, "100.00"), part(second, "50.00"));
        ReplacementPayment.Details told = new ReplacementPayment.Details(usd(amount), null, null, null);
        ReplacementPayment silent = new ReplacementPayment(null, other ? office.anotherClient() : null, told, false);

        assertThat(reverse(wrong, silent)).isInstanceOf(ReversePayment.Outcome.AllocationsMissing.class);

        assertThat(cashier.account(first.id()).owed()).isEqualTo(usd("0.00"));
        JournalEntry right = done(reverse(wrong, silent.allocating(List.of())));
        assertThat(cashier.account(first.id()).owed()).isEqualTo(usd("100.00"));
        assertThat(cashier.creditFrom(right.id()).remaining()).isEqualTo(usd(amount));
    }

    @Test
    void a_correction_says_which_invoices_get_what() {
        Invoice first = cashier.invoiceOf("100.00");
        Invoice second = cashier.invoiceOf("70.00");
        JournalEntry wrong = cashier.paid(first, "150.00");
        ReplacementPayment instead = new ReplacementPayment(
                null, null, new ReplacementPayment.Details(usd("160.00"), null, null, null), false);

        JournalEntry right =
                done(reverse(wrong, instead.allocating(List.of(part(first, "100.00"), part(second, "55.00")))));

        assertThat(right.cause()).isEqualTo(new EntryCause.PaymentReceived(null, EntryCause.Method.CHEQUE));
        assertThat(cashier.account(first.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(second.id()).owed()).isEqualTo(usd("15.00"));
        assertThat(cashier.creditFrom(right.id()).remaining()).isEqualTo(usd("5.00"));
    }

    @Test
    void where_one_part_of_the_correction_is_refused_everything_stays_as_it_was() {
        Invoice first = cashier.invoiceOf("100.00");
        Invoice second = cashier.invoiceOf("70.00");
        JournalEntry wrong = shared("150.00", part(first, "100.00"), part(second, "50.00"));
        rulebook.refuse("application/" + second.id());

        ReversePayment.Outcome outcome = reverse(wrong, new ReplacementPayment(null, null, same(), true));

        assertThat(outcome).isInstanceOf(ReversePayment.Outcome.Refused.class);
        assertThat(cashier.account(first.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(cashier.account(second.id()).owed()).isEqualTo(usd("20.00"));
        assertThat(kinds(first)).containsExactly(Ledger.EntryKind.CREDIT_APPLIED);
    }

    private static AllocatePayment.Part part(Invoice invoice, String amount) {
        return new AllocatePayment.Part(invoice.id(), usd(amount));
    }

    private JournalEntry shared(String amount, AllocatePayment.Part... parts) {
        return ((RecordPayment.Outcome.Recorded) share(amount, parts)).payment();
    }

    private RecordPayment.Outcome share(String amount, AllocatePayment.Part... parts) {
        return office.engine
                .allocatePayment()
                .share(
                        office.admin,
                        new AllocatePayment.Request(office.client, received(amount, "One wire"), List.of(parts)),
                        Office.NOW);
    }

    private JournalEntry recorded(Invoice invoice, String amount, String reference) {
        RecordPayment.Outcome outcome =
                office.engine.recordPayment().pay(office.admin, invoice.id(), received(amount, reference), Office.NOW);
        return ((RecordPayment.Outcome.Recorded) outcome).payment();
    }

    private static MoneyIn.Received received(String amount, String reference) {
        return new MoneyIn.Received(
                usd(amount), EntryCause.Method.WIRE, TODAY.minusDays(1), new CustomerText(reference));
    }

    private static ReplacementPayment.Details same() {
        return new ReplacementPayment.Details(null, null, null, null);
    }

    private ReversePayment.Outcome reverse(JournalEntry payment, @Nullable ReplacementPayment instead) {
        return office.engine
                .reversePayment()
                .reverse(office.admin, new ReversePayment.Request(payment.id(), REASON, instead), Office.NOW);
    }

    private static JournalEntry done(ReversePayment.Outcome outcome) {
        return Objects.requireNonNull(((ReversePayment.Outcome.Reversed) outcome).instead());
    }

    private void payOut(GrantId grant, String amount) {
        if (usd(amount).isPositive()) {
            office.engine
                    .refundCredit()
                    .refund(office.admin, new RefundCredit.Request(grant, usd(amount), REASON), Office.NOW);
        }
    }

    /** What the rules are told of a reversal, while they refuse it. */
    private PaymentReversalFact told(JournalEntry payment) {
        rulebook.refuse("payment_reversal/" + payment.id());
        reverse(payment, null);
        return rulebook.lastAsked(PaymentReversalFact.class).getFirst();
    }

    private List<Ledger.EntryKind> kinds(Invoice invoice) {
        return entries(invoice).stream()
                .map(entry -> Ledger.EntryKind.of(entry.cause()))
                .toList();
    }

    private List<JournalEntry> entries(Invoice invoice) {
        Ledger.EntryFilter of = new Ledger.EntryFilter(null, null, null, invoice.id(), null);
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.ledger().page(office.firm, of, 100));
    }

    private Money balance(Account account) {
        return TrialBalance.proven(office).of(account, CurrencyUnit.USD);
    }
}
