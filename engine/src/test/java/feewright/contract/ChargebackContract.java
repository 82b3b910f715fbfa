package feewright.contract;

import static feewright.dispute.DisputeEvent.Kind.CLOSED;
import static feewright.dispute.DisputeEvent.Kind.FUNDS_REINSTATED;
import static feewright.dispute.DisputeEvent.Kind.OPENED;
import static feewright.dispute.DisputeState.LOST;
import static feewright.dispute.DisputeState.NEEDS_RESPONSE;
import static feewright.dispute.DisputeState.WON;
import static feewright.fixture.Cashier.usd;
import static feewright.fixture.Disputing.story;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptEvent.Source;
import feewright.attempt.AttemptId;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.ResolveSuspense;
import feewright.credit.CreditBalance;
import feewright.credit.CreditNoteRequest.Excess;
import feewright.credit.CreditNoteRequest.Item;
import feewright.credit.Credits.CreditFilter;
import feewright.credit.PayoutFact;
import feewright.credit.RefundCredit;
import feewright.engine.Ports;
import feewright.fixture.Disputing;
import feewright.fixture.Disputing.Paid;
import feewright.fixture.Disputing.Story;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.ledger.JournalEntry;
import feewright.ledger.JournalEntryId;
import feewright.ledger.SuspenseFilter;
import feewright.payment.SuspenseTarget;
import feewright.platform.CustomerText;
import feewright.refund.RecordRefund;
import feewright.refund.Refund;
import feewright.refund.RefundId;
import feewright.refund.RefundProcessor;
import feewright.refund.RefundUpdate;
import feewright.refund.Refunds.RefundFilter;
import java.util.List;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who bears what is charged back where money of the payment went other ways too: refunds, suspense, credit notes, voids (requirements D3,
 * L5). A client bears what the firm holds of its payment; what credit is left goes first; and the order of events makes no difference.
 */
public abstract class ChargebackContract {

    private static final CustomerText REASON = new CustomerText("Reason");

    private PermissiveRulebook rulebook;
    private Office office;
    private Disputing disputing;
    private int events;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    @BeforeEach
    void open() {
        rulebook = new PermissiveRulebook();
        office = Office.open(ports(), rulebook);
        disputing = Disputing.open(office);
    }

    @Test
    void credit_of_a_void_invoice_goes_before_the_firm_bears_anything_D3() {
        Paid paid = disputing.paid("100.00", "100.00");
        refunded(paid, "100.00");
        disputing.cashier().voided(paid.invoice());
        cameBack(paid, "100.00");
        assertThat(credit()).isEqualTo("100.00");

        lost("d", paid, "90.00");

        assertThat(credit()).isEqualTo("10.00");
        assertThat(balances())
                .contains("client_credit USD -10.00")
                .noneMatch(line -> line.startsWith("chargeback_loss"));
        lost("e", paid, "30.00");
        assertThat(credit()).isEqualTo("0.00");
        assertThat(balances()).contains("chargeback_loss USD 20.00");
    }

    @Test
    void what_a_won_dispute_gave_back_to_a_void_invoice_is_taken_by_the_next_D3() {
        Paid paid = disputing.paid("100.00", "100.00");
        lost("d", paid, "100.00");
        disputing.cashier().voided(paid.invoice());
        Story story = story("d", paid, "100.00");
        disputing.tell(story.at(20, FUNDS_REINSTATED, WON, story.taken(), story.back()));
        assertThat(credit()).isEqualTo("100.00");

        lost("e", paid, "100.00");

        assertThat(credit()).isEqualTo("0.00");
        assertThat(balances()).noneMatch(line -> line.startsWith("chargeback_loss"));
    }

    @Test
    void what_a_person_had_the_firm_keep_is_not_taken_from_the_client_once_more_L5() {
        Paid paid = suspended();
        settled(paid, SuspenseTarget.FIRM);

        lost("d", paid, "100.00");

        assertThat(owed(paid)).isEqualTo("100.00");
        assertThat(balances())
                .contains("chargeback_loss USD 100.00", "other_loss USD -100.00", "receivable USD 100.00");
    }

    @Test
    void credit_that_came_out_of_suspense_goes_first_L5() {
        Paid paid = suspended();
        settled(paid, SuspenseTarget.CREDIT);

        opened("d", paid, "100.00");
        paidOut("40.00");

        assertThat(rulebook.lastAsked(PayoutFact.class))
                .extracting(PayoutFact::undisputedMinor)
                .containsExactly(0L);
    }

    @Test
    void credit_that_the_disputed_payment_made_is_not_paid_out_D3() {
        Invoice invoice = disputing.cashier().invoiceOf("100.00");
        AttemptId attempt = disputing.collecting().errand(Office.NOW).charge().attempt();
        disputing.cashier().paid(invoice, "100.00");
        Paid paid = collected(invoice, attempt, "40.00");

        opened("d", paid, "40.00");
        paidOut("40.00");

        assertThat(rulebook.lastAsked(PayoutFact.class))
                .extracting(PayoutFact::undisputedMinor)
                .containsExactly(0L);
    }

    @Test
    void credit_that_came_out_of_suspense_is_charged_back_L5() {
        Paid paid = suspended();
        settled(paid, SuspenseTarget.CREDIT);

        lost("d", paid, "100.00");

        assertThat(credit()).isEqualTo("0.00");
        assertThat(owed(paid)).isEqualTo("100.00");
    }

    @Test
    void a_wire_beside_what_came_out_of_suspense_is_not_taken_L5() {
        Paid paid = suspended();
        disputing.cashier().paid(paid.invoice(), "100.00");
        settled(paid, SuspenseTarget.INVOICE);
        assertThat(credit()).isEqualTo("100.00");

        lost("d", paid, "100.00");

        assertThat(credit()).isEqualTo("0.00");
        assertThat(owed(paid)).isEqualTo("0.00");
    }

    @Test
    void a_refund_that_comes_back_after_the_loss_is_as_if_it_had_come_back_before_D3() {
        Paid first = disputing.paid("100.00", "100.00");
        refunded(first, "40.00");
        cameBack(first, "40.00");
        lost("d", first, "100.00");
        List<String> before = balances();
        open();
        Paid second = disputing.paid("100.00", "100.00");
        refunded(second, "40.00");
        lost("d", second, "100.00");
        assertThat(balances()).contains("chargeback_loss USD 40.00");

        cameBack(second, "40.00");

        assertThat(balances()).isEqualTo(before).contains("receivable USD 100.00");
    }

    @Test
    void what_a_credit_note_paid_out_and_came_back_is_charged_back_D3() {
        Paid paid = disputing.paid("100.00", "100.00");
        disputing.cashier().credited(paid.invoice(), Excess.REFUND, new Item.Amount(1, null));
        lost("d", paid, "100.00");
        assertThat(balances()).contains("chargeback_loss USD 100.00");

        refund(paid, refund().id(), "100.00", new RefundUpdate.Failed("re_1", "declined"));

        assertThat(credit()).isEqualTo("0.00");
        assertThat(owed(paid)).isEqualTo("0.00");
        assertThat(balances()).noneMatch(line -> line.startsWith("chargeback_loss"));
    }

    @Test
    void credit_of_a_credit_note_goes_before_the_invoice_owes_more_than_it_is_over_D3() {
        Paid paid = disputing.paid("100.00", "100.00");
        disputing.cashier().credited(paid.invoice(), Excess.CREDIT, new Item.Amount(1, usd("30.00")));

        lost("d", paid, "100.00");

        assertThat(credit()).isEqualTo("0.00");
        assertThat(owed(paid)).isEqualTo("70.00");
    }

    @Test
    void credit_of_a_credit_note_stays_while_the_invoice_holds_enough_D3() {
        Paid paid = disputing.paid("100.00", "100.00");
        disputing.cashier().credited(paid.invoice(), Excess.CREDIT, new Item.Amount(1, usd("30.00")));

        lost("d", paid, "60.00");

        assertThat(credit()).isEqualTo("30.00");
        assertThat(owed(paid)).isEqualTo("60.00");
    }

    @Test
    void a_refund_that_came_back_into_suspense_is_still_the_payments_L5() {
        Paid paid = disputing.paid("100.00", "100.00");
        refunded(paid, "77.00");
        rulebook.refuse("refund_update/" + refund().id());
        cameBack(paid, "77.00");
        assertThat(balances()).contains("suspense USD -77.00");

        lost("d", paid, "100.00");

        assertThat(owed(paid)).isEqualTo("100.00");
        assertThat(balances()).noneMatch(line -> line.startsWith("chargeback_loss") || line.startsWith("suspense"));
    }

    @Test
    void a_refund_that_came_back_and_became_credit_is_charged_back_L5() {
        Paid paid = disputing.paid("100.00", "100.00");
        refunded(paid, "77.00");
        rulebook.refuse("refund_update/" + refund().id());
        cameBack(paid, "77.00");
        settled(paid, SuspenseTarget.CREDIT);

        lost("d", paid, "100.00");

        assertThat(credit()).isEqualTo("0.00");
        assertThat(owed(paid)).isEqualTo("100.00");
        assertThat(balances()).noneMatch(line -> line.startsWith("chargeback_loss"));
    }

    /** Money came by card, and no rule lets that count. */
    private Paid suspended() {
        Invoice invoice = disputing.cashier().invoiceOf("100.00");
        AttemptId attempt = disputing.collecting().errand(Office.NOW).charge().attempt();
        rulebook.refuse("payment_attempt/" + attempt);
        return collected(invoice, attempt, "100.00");
    }

    private Paid collected(Invoice invoice, AttemptId attempt, String amount) {
        String reference = "pi_" + attempt;
        disputing.collecting().said(attempt, new AttemptUpdate.Succeeded(reference, usd(amount)), Office.NOW);
        JournalEntryId payment =
                disputing.collecting().attempt(attempt).payment().orElseThrow();
        JournalEntry entry =
                read(() -> office.ports.ledger().find(office.firm, payment)).orElseThrow();
        return new Paid(invoice, attempt, reference, entry);
    }

    private void settled(Paid paid, SuspenseTarget target) {
        JournalEntryId item = read(() -> office.ports
                        .ledger()
                        .suspense(
                                office.firm, SuspenseFilter.open(paid.invoice().id()), 1))
                .getFirst()
                .id();
        assertThat(office.engine
                        .resolveSuspense()
                        .settle(office.admin, new ResolveSuspense.Request(item, target, null, REASON), Office.NOW))
                .isInstanceOf(ResolveSuspense.Outcome.Resolved.class);
    }

    private void opened(String name, Paid paid, String amount) {
        Story story = story(name, paid, amount);
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));
    }

    private void lost(String name, Paid paid, String amount) {
        opened(name, paid, amount);
        Story story = story(name, paid, amount);
        disputing.tell(story.at(9, CLOSED, LOST, story.taken()));
    }

    private void refunded(Paid paid, String amount) {
        refund(paid, null, amount, new RefundUpdate.Succeeded("re_1"));
    }

    private void cameBack(Paid paid, String amount) {
        refund(paid, null, amount, new RefundUpdate.Failed("re_1", "declined"));
    }

    private void refund(Paid paid, @Nullable RefundId ours, String amount, RefundUpdate report) {
        events++;
        office.engine
                .recordRefund()
                .record(
                        office.firm,
                        new RecordRefund.Received(
                                new RecordRefund.Subject(paid.reference(), ours, usd(amount)),
                                RefundProcessor.Response.of(report),
                                Source.event("evt_" + events),
                                Office.NOW),
                        Office.NOW);
    }

    private Refund refund() {
        return read(() -> office.ports.refunds().page(office.firm, new RefundFilter(null, null, null, null), 1))
                .getFirst();
    }

    private void paidOut(String amount) {
        CreditBalance credit = credits().getFirst();
        office.engine
                .refundCredit()
                .refund(
                        office.admin,
                        new RefundCredit.Request(credit.id(), usd(amount), REASON, null, true),
                        Office.NOW);
    }

    private String credit() {
        return credits().stream()
                .map(CreditBalance::remaining)
                .reduce(usd("0.00"), Money::plus)
                .getAmount()
                .toPlainString();
    }

    private List<CreditBalance> credits() {
        return read(() -> office.ports.credits().page(office.firm, new CreditFilter(null, null, null), 100));
    }

    private String owed(Paid paid) {
        return disputing
                .cashier()
                .account(paid.invoice().id())
                .owed()
                .getAmount()
                .toPlainString();
    }

    private List<String> balances() {
        return TrialBalance.proven(office).byCode();
    }

    private <T> T read(Supplier<T> of) {
        return office.ports.transactions().reading(office.admin, of);
    }
}
