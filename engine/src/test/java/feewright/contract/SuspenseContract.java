package feewright.contract;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptEvent.Source;
import feewright.attempt.AttemptId;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.CollectionCursor.NextStep;
import feewright.attempt.CollectionCursor.StopReason;
import feewright.attempt.PaymentAttempt.Cause;
import feewright.attempt.PaymentFailure;
import feewright.attempt.ResolveSuspense;
import feewright.attempt.SuspenseResolutionFact;
import feewright.attempt.UpdateOutcome;
import feewright.engine.Ports;
import feewright.fixture.Collecting;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.JournalEntryId;
import feewright.ledger.SuspenseFilter;
import feewright.ledger.SuspenseItem;
import feewright.payment.RefundFact;
import feewright.payment.RefundPayment;
import feewright.payment.SuspenseTarget;
import feewright.platform.CustomerText;
import feewright.refund.RecordRefund;
import feewright.refund.Refund;
import feewright.refund.RefundId;
import feewright.refund.RefundProcessor;
import feewright.refund.RefundUpdate;
import feewright.refund.RequestRefund;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a processor says that money did is in the books, whatever the rules say of it (requirement L5). */
public abstract class SuspenseContract {

    private static final Instant NOW = Office.NOW;
    private static final CustomerText REASON = new CustomerText("Reason");
    private static final AttemptUpdate RETURNED =
            new AttemptUpdate.Failed("pi_1", new PaymentFailure(PaymentFailure.Category.OTHER, true, "returned", null));

    private PermissiveRulebook rulebook;
    private Office office;
    private Collecting collecting;
    private Invoice invoice;
    private AttemptId attempt;
    private int events;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    @BeforeEach
    void attempt() {
        rulebook = new PermissiveRulebook();
        office = Office.open(ports(), rulebook);
        collecting = Collecting.open(office);
        invoice = collecting.cashier().invoiceOf("100.00");
        attempt = collecting.errand(NOW).charge().attempt();
    }

    @AfterEach
    void all_accounts_add_up_to_zero_L1() {
        TrialBalance.proven(office);
    }

    @Test
    void a_success_that_no_rule_permits_is_in_suspense_and_nobodys_L5() {
        UpdateOutcome outcome = refusedSuccess("100.00");

        assertThat(outcome).isEqualTo(UpdateOutcome.UNAPPLIED);
        assertThat(balances())
                .containsExactly(
                        "cash USD 100.00",
                        "receivable USD 100.00",
                        "revenue_package USD -100.00",
                        "suspense USD -100.00");
        assertThat(item().surplus()).isEqualTo(usd("100.00"));
        assertThat(item().of().invoice()).isEqualTo(invoice.id());
        assertThat(account().contested().suspended()).isTrue();
    }

    @Test
    void a_suspended_success_is_neither_looked_for_nor_collected_once_more_L5() {
        refusedSuccess("100.00");

        assertThat(collecting.next(invoice)).isEqualTo(new NextStep.None(StopReason.REFUSED));
        assertThat(collecting.attempt(attempt).isLive()).isFalse();
    }

    @Test
    void a_suspended_success_that_is_said_again_is_booked_once_L5() {
        refusedSuccess("100.00");

        UpdateOutcome again = said(succeeded("100.00"));

        assertThat(again).isEqualTo(UpdateOutcome.KNOWN);
        assertThat(balances()).contains("cash USD 100.00", "suspense USD -100.00");
    }

    @Test
    void a_suspended_success_pays_once_a_rule_permits_it_L5() {
        refusedSuccess("130.00");
        rulebook.permit("payment_attempt/" + attempt);

        List<UpdateOutcome> outcomes = List.of(said(succeeded("130.00")), said(succeeded("130.00")));

        assertThat(outcomes).containsExactly(UpdateOutcome.APPLIED, UpdateOutcome.KNOWN);
        assertThat(balances())
                .containsExactly("cash USD 130.00", "client_credit USD -30.00", "revenue_package USD -100.00");
        assertThat(open()).isEmpty();
    }

    @Test
    void suspended_money_goes_back_through_its_processor_L6() {
        refusedSuccess("100.00");
        JournalEntryId payment = collecting.attempt(attempt).payment().orElseThrow();

        RequestRefund.Outcome outcome =
                office.engine.requestRefund().ask(office.admin, new RefundPayment.Request(payment, null, REASON), NOW);

        assertThat(outcome).isInstanceOf(RequestRefund.Outcome.Requested.class);
        assertThat(balances()).contains("refund USD -100.00", "receivable USD 100.00");
        assertThat(open()).isEmpty();
    }

    @Test
    void suspended_money_that_was_given_back_elsewhere_is_nobodys_any_more_L5() {
        refusedSuccess("100.00");

        elsewhere("re_1", "100.00", new RefundUpdate.Succeeded("re_1"));

        assertThat(balances()).contains("refund USD -100.00", "receivable USD 100.00");
        assertThat(open()).isEmpty();
    }

    @Test
    void money_of_another_currency_is_in_suspense_in_its_own_L5() {
        rulebook.refuse("payment_attempt/" + attempt);

        UpdateOutcome outcome = said(new AttemptUpdate.Succeeded("pi_1", Money.parse("EUR 90.00")));

        assertThat(outcome).isEqualTo(UpdateOutcome.UNAPPLIED);
        assertThat(balances()).contains("cash EUR 90.00", "suspense EUR -90.00", "receivable USD 100.00");
        assertThat(item().of().invoice()).isEqualTo(invoice.id());
        assertThat(account().contested().suspended()).isTrue();
    }

    @Test
    void money_of_another_currency_can_be_given_back_or_become_credit_L5() {
        rulebook.refuse("payment_attempt/" + attempt);
        said(new AttemptUpdate.Succeeded("pi_1", Money.parse("EUR 90.00")));

        told("re_1", Money.parse("EUR 40.00"), new RefundUpdate.Succeeded("re_1"));
        settled(SuspenseTarget.CREDIT, null);

        assertThat(balances()).contains("refund EUR -40.00", "client_credit EUR -50.00");
        assertThat(open()).isEmpty();
    }

    @Test
    void another_amount_than_was_said_before_is_in_suspense_L5() {
        said(succeeded("100.00"));
        rulebook.refuse("payment_attempt/" + attempt);

        said(succeeded("130.00"));

        assertThat(balances()).contains("cash USD 130.00", "suspense USD -30.00");
        assertThat(account().owed()).isEqualTo(usd("0.00"));
    }

    @Test
    void a_return_that_no_rule_permits_is_missing_and_blocks_what_it_must_L5() {
        said(succeeded("100.00"));
        JournalEntryId payment = collecting.attempt(attempt).payment().orElseThrow();
        rulebook.refuse("payment_attempt/" + attempt);

        UpdateOutcome outcome = said(RETURNED);

        assertThat(outcome).isEqualTo(UpdateOutcome.UNAPPLIED);
        assertThat(balances()).containsExactly("revenue_package USD -100.00", "suspense USD 100.00");
        assertThat(account().contested().suspended()).isTrue();
        assertThat(account().contested().withheld()).isEqualTo(usd("100.00"));
        office.engine.requestRefund().ask(office.admin, new RefundPayment.Request(payment, usd("1.00"), REASON), NOW);
        assertThat(rulebook.lastAsked(RefundFact.class))
                .extracting(RefundFact::refundableMinor)
                .containsExactly(0L);
    }

    @Test
    void a_suspended_return_is_cleared_by_the_money_that_comes_again_L5() {
        said(succeeded("100.00"));
        rulebook.refuse("payment_attempt/" + attempt);
        said(RETURNED);

        said(succeeded("100.00"));

        assertThat(balances()).containsExactly("cash USD 100.00", "revenue_package USD -100.00");
        assertThat(open()).isEmpty();
    }

    @Test
    void a_suspended_return_counts_once_a_rule_permits_it_L5() {
        said(succeeded("100.00"));
        rulebook.refuse("payment_attempt/" + attempt);
        said(RETURNED);
        rulebook.permit("payment_attempt/" + attempt);

        said(RETURNED);

        assertThat(balances()).containsExactly("receivable USD 100.00", "revenue_package USD -100.00");
        assertThat(open()).isEmpty();
    }

    @Test
    void a_return_of_suspended_money_takes_it_out_again_L5() {
        refusedSuccess("100.00");

        said(RETURNED);

        assertThat(balances()).containsExactly("receivable USD 100.00", "revenue_package USD -100.00");
        assertThat(open()).isEmpty();
    }

    @Test
    void what_goes_back_beyond_the_payment_is_missing_L5() {
        said(succeeded("100.00"));
        byHand("70.00");

        elsewhere("re_1", "50.00", new RefundUpdate.Succeeded("re_1"));

        assertThat(account().owed()).isEqualTo(usd("100.00"));
        assertThat(balances()).contains("refund USD -120.00", "suspense USD 20.00");
        elsewhere("re_1", "50.00", new RefundUpdate.Failed("re_1", "declined"));
        assertThat(account().owed()).isEqualTo(usd("70.00"));
        assertThat(open()).isEmpty();
    }

    @Test
    void every_order_of_refunds_beyond_the_payment_ends_the_same_L5() {
        Runnable first = () -> elsewhere("re_1", "80.00", new RefundUpdate.Succeeded("re_1"));
        Runnable second = () -> elsewhere("re_2", "50.00", new RefundUpdate.Succeeded("re_2"));
        Runnable back = () -> elsewhere("re_1", "80.00", new RefundUpdate.Failed("re_1", "declined"));

        List<List<String>> before = Stream.of(List.of(first, second), List.of(second, first))
                .map(this::ending)
                .distinct()
                .toList();
        List<List<String>> after = Stream.of(
                        List.of(first, second, back), List.of(second, first, back), List.of(first, back, second))
                .map(this::ending)
                .distinct()
                .toList();

        assertThat(before).hasSize(1);
        assertThat(before.getFirst()).contains("refund USD -130.00", "receivable USD 100.00", "suspense USD 30.00");
        assertThat(after).hasSize(1);
        assertThat(after.getFirst()).contains("refund USD -50.00", "receivable USD 50.00");
    }

    @Test
    void a_refund_that_came_back_and_no_rule_lets_is_too_much_until_it_does_L5() {
        said(succeeded("100.00"));
        Refund refund = asked("30.00");
        rulebook.refuse("refund_update/" + refund.id());

        told(refund.id(), new RefundUpdate.Failed("re_1", "declined"));
        List<String> refused = balances();
        told(refund.id(), new RefundUpdate.Failed("re_1", "declined"));
        rulebook.permit("refund_update/" + refund.id());
        told(refund.id(), new RefundUpdate.Failed("re_1", "declined"));

        assertThat(refused).contains("suspense USD -30.00", "receivable USD 30.00");
        assertThat(balances()).containsExactly("cash USD 100.00", "revenue_package USD -100.00");
    }

    @Test
    void a_person_settles_what_is_too_much_where_it_belongs_L5() {
        refusedSuccess("130.00");

        settled(SuspenseTarget.FIRM, "10.00");
        settled(SuspenseTarget.CREDIT, "5.00");
        settled(SuspenseTarget.INVOICE, null);

        assertThat(balances())
                .containsExactly(
                        "cash USD 130.00",
                        "client_credit USD -20.00",
                        "other_loss USD -10.00",
                        "revenue_package USD -100.00");
        assertThat(open()).isEmpty();
    }

    @Test
    void a_person_settles_what_is_missing_where_it_belongs_L5() {
        said(succeeded("130.00"));
        rulebook.refuse("payment_attempt/" + attempt);
        said(RETURNED);

        settled(SuspenseTarget.CREDIT, "20.00");
        settled(SuspenseTarget.FIRM, "50.00");
        settled(SuspenseTarget.INVOICE, null);

        assertThat(balances())
                .containsExactly(
                        "client_credit USD -10.00",
                        "other_loss USD 50.00",
                        "receivable USD 60.00",
                        "revenue_package USD -100.00");
        assertThat(open()).isEmpty();
    }

    @Test
    void rules_are_told_what_is_left_and_what_there_is_to_take_L5() {
        said(succeeded("130.00"));
        rulebook.refuse("payment_attempt/" + attempt);
        said(RETURNED);
        SuspenseItem item = item();
        rulebook.refuse("suspense_resolution/" + item.id());

        ResolveSuspense.Outcome outcome = office.engine
                .resolveSuspense()
                .settle(
                        office.admin,
                        new ResolveSuspense.Request(item.id(), SuspenseTarget.CREDIT, usd("40.00"), REASON),
                        NOW);

        assertThat(outcome).isInstanceOf(ResolveSuspense.Outcome.Refused.class);
        assertThat(rulebook.lastAsked(SuspenseResolutionFact.class))
                .containsExactly(new SuspenseResolutionFact(item.id(), SuspenseTarget.CREDIT, 4000, 13_000, 3000));
    }

    @Test
    void what_suspense_stopped_is_collected_once_it_is_settled_A4() {
        refusedSuccess("60.00");

        settled(SuspenseTarget.INVOICE, null);

        assertThat(account().owed()).isEqualTo(usd("40.00"));
        assertThat(collecting.next(invoice)).isEqualTo(new NextStep.Attempt(NOW, Cause.RETRY));
        assertThat(collecting.errand(NOW).charge().amount()).isEqualTo(usd("40.00"));
    }

    @ParameterizedTest
    @EnumSource(names = {"FIRM", "CREDIT"})
    void who_paid_and_owes_all_the_same_is_not_charged_once_more_by_itself_A4(SuspenseTarget elsewhere) {
        refusedSuccess("100.00");

        settled(SuspenseTarget.INVOICE, "40.00");
        settled(elsewhere, null);

        assertThat(account().owed()).isEqualTo(usd("60.00"));
        assertThat(collecting.next(invoice)).isEqualTo(new NextStep.None(StopReason.OWES_AGAIN));
    }

    @Test
    void a_part_that_went_elsewhere_keeps_the_rest_from_being_collected_by_itself_A4() {
        refusedSuccess("100.00");

        settled(SuspenseTarget.CREDIT, "60.00");
        settled(SuspenseTarget.INVOICE, null);

        assertThat(account().owed()).isEqualTo(usd("60.00"));
        assertThat(collecting.next(invoice)).isEqualTo(new NextStep.None(StopReason.OWES_AGAIN));
    }

    @Test
    void what_is_listed_can_be_narrowed_down_L5() {
        refusedSuccess("100.00");
        SuspenseItem item = item();

        assertThat(listed(new SuspenseFilter(null, null, office.client, invoice.id(), true)))
                .containsExactly(item);
        assertThat(listed(new SuspenseFilter(item.id().value(), null, null, null, null)))
                .isEmpty();
        settled(SuspenseTarget.FIRM, null);
        assertThat(listed(new SuspenseFilter(null, null, null, null, true))).isEmpty();
        assertThat(listed(new SuspenseFilter(null, null, null, null, false)))
                .extracting(SuspenseItem::id)
                .containsExactly(item.id());
        assertThat(listed(new SuspenseFilter(null, null, office.anotherClient(), null, null)))
                .isEmpty();
    }

    private UpdateOutcome refusedSuccess(String amount) {
        rulebook.refuse("payment_attempt/" + attempt);
        return said(succeeded(amount));
    }

    private static AttemptUpdate succeeded(String amount) {
        return new AttemptUpdate.Succeeded("pi_1", usd(amount));
    }

    private UpdateOutcome said(AttemptUpdate report) {
        events++;
        return collecting.said(attempt, report, Source.event("evt_" + events), NOW);
    }

    private void elsewhere(String reference, String amount, RefundUpdate report) {
        told(reference, usd(amount), report);
    }

    private void told(String reference, Money amount, RefundUpdate report) {
        assertThat(report.reference()).isEqualTo(reference);
        told(new RecordRefund.Subject("pi_1", null, amount), report);
    }

    private void told(RefundId refund, RefundUpdate report) {
        told(new RecordRefund.Subject("pi_1", refund, usd("30.00")), report);
    }

    private void told(RecordRefund.Subject subject, RefundUpdate report) {
        events++;
        office.engine
                .recordRefund()
                .record(
                        office.firm,
                        new RecordRefund.Received(
                                subject, RefundProcessor.Response.of(report), Source.event("evt_" + events), NOW),
                        NOW);
    }

    private Refund asked(String amount) {
        JournalEntryId payment = collecting.attempt(attempt).payment().orElseThrow();
        return switch (office.engine
                .requestRefund()
                .ask(office.admin, new RefundPayment.Request(payment, usd(amount), REASON), NOW)) {
            case RequestRefund.Outcome.Requested(Refund refund) -> refund;
            case RequestRefund.Outcome other -> throw new AssertionError(other);
        };
    }

    private void byHand(String amount) {
        JournalEntryId payment = collecting.attempt(attempt).payment().orElseThrow();
        office.engine
                .refundPayment()
                .refund(office.admin, new RefundPayment.Request(payment, usd(amount), REASON), NOW);
    }

    private void settled(SuspenseTarget target, @Nullable String amount) {
        ResolveSuspense.Request request =
                new ResolveSuspense.Request(item().id(), target, amount == null ? null : usd(amount), REASON);
        assertThat(office.engine.resolveSuspense().settle(office.admin, request, NOW))
                .isInstanceOf(ResolveSuspense.Outcome.Resolved.class);
    }

    /** What it comes to at an office of its own, where the payment came in. */
    private List<String> ending(List<Runnable> steps) {
        attempt();
        said(succeeded("100.00"));
        steps.forEach(Runnable::run);
        return balances();
    }

    private SuspenseItem item() {
        return open().getFirst();
    }

    private List<SuspenseItem> open() {
        return listed(SuspenseFilter.open(invoice.id()));
    }

    private List<SuspenseItem> listed(SuspenseFilter filter) {
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.ledger().suspense(office.firm, filter, 100));
    }

    private InvoiceAccount account() {
        return collecting.cashier().account(invoice.id());
    }

    private List<String> balances() {
        return TrialBalance.proven(office).byCode();
    }
}
