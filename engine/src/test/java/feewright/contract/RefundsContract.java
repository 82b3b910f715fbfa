package feewright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptEvent.Source;
import feewright.attempt.AttemptId;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.CollectionCursor;
import feewright.attempt.PaymentFailure;
import feewright.attempt.UpdateOutcome;
import feewright.engine.Ports;
import feewright.fixture.Cashier;
import feewright.fixture.Collecting;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.ledger.JournalEntryId;
import feewright.payment.RefundFact;
import feewright.payment.RefundPayment;
import feewright.platform.CustomerText;
import feewright.refund.CallRefundProcessor;
import feewright.refund.RecordRefund;
import feewright.refund.Refund;
import feewright.refund.RefundCall;
import feewright.refund.RefundId;
import feewright.refund.RefundOrder;
import feewright.refund.RefundProcessor;
import feewright.refund.RefundState;
import feewright.refund.RefundUpdate;
import feewright.refund.Refunds.RefundFilter;
import feewright.refund.RequestRefund;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refunds through a processor (requirement A5): what is said of them in any order, and what of it is in the books. */
public abstract class RefundsContract {

    private static final Instant NOW = Office.NOW;
    private static final CustomerText REASON = new CustomerText("Reason");
    private static final Money PAID = Cashier.usd("100.00");

    private PermissiveRulebook rulebook;
    private Office office;
    private Collecting collecting;
    private Invoice invoice;
    private AttemptId attempt;
    private JournalEntryId payment;
    private final Scripted processor = new Scripted();

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    @BeforeEach
    void collect() {
        rulebook = new PermissiveRulebook();
        office = Office.open(ports(), rulebook);
        collecting = Collecting.open(office);
        invoice = collecting.cashier().invoiceOf("100.00");
        attempt = collecting.errand(NOW).charge().attempt();
        collecting.said(attempt, new AttemptUpdate.Succeeded("pi_1", PAID), NOW);
        payment = collecting.attempt(attempt).payment().orElseThrow();
    }

    @Test
    void a_refund_is_in_the_books_before_the_processor_is_asked_and_asked_once_A5() {
        Refund refund = asked("30.00");
        assertThat(owed()).isEqualTo(usd("30.00"));

        processor.answers.add(new RefundUpdate.Succeeded("re_1"));
        work(NOW);
        work(NOW.plus(Duration.ofDays(2)));

        assertThat(processor.sent).containsExactly(refund.id());
        assertThat(found(refund).state()).isEqualTo(RefundState.SUCCEEDED);
        assertThat(found(refund).reference()).isEqualTo("re_1");
        assertThat(owed()).isEqualTo(usd("30.00"));
    }

    @Test
    void a_lost_answer_is_asked_for_under_the_same_key_and_after_a_day_looked_up_A5() {
        Refund refund = asked("30.00");
        processor.answers.add(new RefundUpdate.Unanswered("timeout"));
        processor.answers.add(new RefundUpdate.Unanswered("timeout"));
        work(NOW);
        work(NOW.plus(Duration.ofMinutes(2)));
        assertThat(found(refund).state()).isEqualTo(RefundState.UNKNOWN);
        assertThat(processor.sent).containsExactly(refund.id(), refund.id());

        processor.look = new RefundProcessor.LookUpResult.Found(new RefundUpdate.Succeeded("re_1"));
        work(NOW.plus(Duration.ofHours(24)));

        assertThat(processor.sent).hasSize(2);
        assertThat(found(refund).state()).isEqualTo(RefundState.SUCCEEDED);
        assertThat(owed()).isEqualTo(usd("30.00"));
    }

    @Test
    void what_never_arrived_brings_its_money_back_once_its_key_is_forgotten_A5() {
        Refund refund = asked("30.00");
        processor.look = new RefundProcessor.LookUpResult.NotFound();

        work(NOW.plus(Duration.ofHours(24)));

        assertThat(processor.sent).isEmpty();
        assertThat(found(refund).state()).isEqualTo(RefundState.FAILED);
        assertThat(owed()).isEqualTo(usd("0.00"));
    }

    @Test
    void a_refund_that_fails_after_it_succeeded_pays_the_invoice_again_A5() {
        Refund refund = asked(null);
        processor.answers.add(new RefundUpdate.Pending("re_1"));
        work(NOW);
        told(refund.id(), new RefundUpdate.Succeeded("re_1"), "evt_1");
        assertThat(owed()).isEqualTo(PAID);

        told(refund.id(), new RefundUpdate.Failed("re_1", "expired_or_canceled_card"), "evt_2");
        told(refund.id(), new RefundUpdate.Failed("re_1", "expired_or_canceled_card"), "evt_3");

        assertThat(owed()).isEqualTo(usd("0.00"));
        assertThat(asked(null).amount()).isEqualTo(PAID);
    }

    @Test
    void money_that_comes_back_to_an_invoice_paid_meanwhile_is_credit_A5() {
        Refund refund = asked(null);
        collecting.cashier().paid(invoice, "60.00");

        told(refund.id(), new RefundUpdate.Failed("re_1", "declined"), "evt_1");

        assertThat(owed()).isEqualTo(usd("0.00"));
        JournalEntryId back = found(refund).latest().orElseThrow().effect().entry();
        assertThat(collecting.cashier().creditFrom(back).remaining()).isEqualTo(usd("60.00"));
    }

    @Test
    void no_more_goes_back_than_came_in_A5() {
        asked("60.00");

        office.engine.requestRefund().ask(office.admin, request("60.00"), NOW);

        assertThat(rulebook.lastAsked(RefundFact.class))
                .extracting(RefundFact::refundableMinor)
                .containsExactly(4000L);
    }

    @Test
    void a_refund_made_at_the_processor_is_entered_once_A5() {
        told(null, new RefundUpdate.Pending("re_9"), "evt_1");
        told(null, new RefundUpdate.Pending("re_9"), "evt_1");
        told(null, new RefundUpdate.Pending("re_9"), "evt_2");
        told(null, new RefundUpdate.Succeeded("re_9"), "evt_3");

        assertThat(owed()).isEqualTo(usd("25.00"));
        assertThat(page(new RefundFilter(null, null, null, null)))
                .singleElement()
                .satisfies(refund -> {
                    assertThat(refund.made().elsewhere()).isTrue();
                    assertThat(refund.state()).isEqualTo(RefundState.SUCCEEDED);
                    assertThat(refund.events()).hasSize(2);
                });
    }

    @Test
    void what_no_rule_permits_is_kept_and_moves_nothing_A5() {
        Refund refund = asked("30.00");
        rulebook.refuse("refund_update/" + refund.id());

        assertThat(told(refund.id(), new RefundUpdate.Failed("re_1", "declined"), "evt_1"))
                .isEqualTo(UpdateOutcome.UNAPPLIED);

        assertThat(found(refund).state()).isEqualTo(RefundState.REQUESTED);
        assertThat(found(refund).events()).hasSize(2);
        assertThat(owed()).isEqualTo(usd("30.00"));
    }

    @Test
    void a_refund_of_a_payment_that_nobody_knows_waits_A5() {
        RecordRefund.Received told = new RecordRefund.Received(
                new RecordRefund.Subject("pi_unknown", null, usd("25.00")),
                RefundProcessor.Response.of(new RefundUpdate.Pending("re_9")),
                Source.event("evt_1"),
                NOW);

        assertThat(office.engine.recordRefund().record(office.firm, told, NOW)).isEqualTo(UpdateOutcome.NOT_FOUND);
    }

    @Test
    void refunds_are_listed_by_what_they_are_of_and_by_their_state_W2() {
        Refund first = asked("10.00");
        Refund second = asked("20.00");
        processor.answers.add(new RefundUpdate.Succeeded("re_1"));
        processor.answers.add(new RefundUpdate.Pending("re_2"));
        work(NOW);

        assertThat(page(new RefundFilter(null, null, invoice.id(), null)))
                .extracting(Refund::id)
                .containsExactly(second.id(), first.id());
        assertThat(page(new RefundFilter(null, null, null, RefundState.SUCCEEDED)))
                .extracting(Refund::id)
                .containsExactly(first.id());
        assertThat(page(new RefundFilter(second.id().value(), null, null, null)))
                .extracting(Refund::id)
                .containsExactly(first.id());
    }

    @Test
    void a_refund_is_one_firms_only_T1() {
        Refund refund = asked("10.00");
        Office neighbour = Office.open(office.ports, new PermissiveRulebook());

        neighbour.ports.transactions().in(neighbour.admin, () -> {
            assertThat(neighbour.ports.refunds().some(neighbour.firm, List.of(refund.id())))
                    .isEmpty();
            assertThat(neighbour.ports.refundOutbox().take(neighbour.firm, NOW, NOW, 10))
                    .isEmpty();
            return null;
        });
        assertThat(neighbour.engine.requestRefund().ask(neighbour.admin, request("1.00"), NOW))
                .isInstanceOf(RequestRefund.Outcome.NotFound.class);
    }

    @Test
    void a_second_success_goes_back_where_a_rule_permits_it_A3() {
        Invoice twice = collecting.cashier().invoiceOf("100.00");
        AttemptId first = collecting.errand(NOW).charge().attempt();
        collecting.said(first, Collecting.failed(PaymentFailure.Category.INSUFFICIENT_FUNDS, false), NOW);
        Instant retry = ((CollectionCursor.NextStep.Attempt) collecting.next(twice)).at();
        AttemptId second = collecting.errand(retry).charge().attempt();
        collecting.said(first, new AttemptUpdate.Succeeded("pi_2", PAID), Source.event("evt_1"), retry);

        collecting.said(second, new AttemptUpdate.Succeeded("pi_3", PAID), retry);
        processor.answers.add(new RefundUpdate.Succeeded("re_1"));
        work(retry);

        assertThat(processor.payments).containsExactly("pi_3");
        assertThat(collecting.cashier().account(twice.id()).owed()).isEqualTo(usd("0.00"));
        assertThat(collecting
                        .cashier()
                        .creditFrom(collecting.attempt(second).payment().orElseThrow())
                        .remaining())
                .isEqualTo(usd("0.00"));
    }

    private static Money usd(String amount) {
        return Cashier.usd(amount);
    }

    private Money owed() {
        return collecting.cashier().account(invoice.id()).owed();
    }

    private RefundPayment.Request request(@Nullable String amount) {
        return new RefundPayment.Request(payment, amount == null ? null : usd(amount), REASON);
    }

    private Refund asked(@Nullable String amount) {
        return switch (office.engine.requestRefund().ask(office.admin, request(amount), NOW)) {
            case RequestRefund.Outcome.Requested(Refund refund) -> refund;
            case RequestRefund.Outcome other -> throw new AssertionError(other);
        };
    }

    private UpdateOutcome told(@Nullable RefundId ours, RefundUpdate report, String event) {
        RecordRefund.Received told = new RecordRefund.Received(
                new RecordRefund.Subject("pi_1", ours, usd("25.00")),
                RefundProcessor.Response.of(report),
                Source.event(event),
                NOW);
        return office.engine.recordRefund().record(office.firm, told, NOW);
    }

    private void work(Instant now) {
        CallRefundProcessor run =
                new CallRefundProcessor(Map.of(Collecting.PROCESSOR, processor), office.engine.recordRefund());
        List<RefundCall> due = office.engine.takeDueRefunds().take(office.firm, 10, now);
        due.stream().sorted(Comparator.comparing(RefundCall::toString)).forEach(errand -> run.run(errand, () -> now));
    }

    private Refund found(Refund refund) {
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.refunds().some(office.firm, List.of(refund.id())))
                .getFirst();
    }

    private List<Refund> page(RefundFilter filter) {
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.refunds().page(office.firm, filter, 10));
    }

    /** Says what a test wants it to say, and remembers what it was asked. */
    private static final class Scripted implements RefundProcessor {

        private final Deque<RefundUpdate> answers = new ArrayDeque<>();
        private final List<RefundId> sent = new ArrayList<>();
        private final List<String> payments = new ArrayList<>();
        private LookUpResult look = new LookUpResult.Unanswered("timeout");

        @Override
        public String code() {
            return Collecting.PROCESSOR;
        }

        @Override
        public Response refund(RefundOrder order) {
            sent.add(order.refund());
            payments.add(order.of().payment().reference());
            return Response.of(answers.isEmpty() ? new RefundUpdate.Unanswered("timeout") : answers.removeFirst());
        }

        @Override
        public LookUpResult find(RefundOrder order) {
            return look;
        }

        @Override
        public Optional<List<ProcessorRefund>> all(RefundOrder.Payment payment) {
            return Optional.empty();
        }
    }
}
