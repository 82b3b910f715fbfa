package feewright.drools;

import static feewright.dispute.DisputeEvent.Kind.OPENED;
import static feewright.dispute.DisputeEvent.Kind.UPDATED;
import static feewright.dispute.DisputeState.NEEDS_RESPONSE;
import static feewright.dispute.DisputeState.UNDER_REVIEW;
import static feewright.fixture.Cashier.usd;
import static feewright.fixture.Disputing.story;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptEvent.Source;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.Attempts;
import feewright.attempt.CollectionRecords;
import feewright.attempt.PaymentFailure;
import feewright.attempt.UpdateOutcome;
import feewright.dispute.Dispute;
import feewright.dispute.DisputeEvent;
import feewright.dispute.DisputeRecords;
import feewright.dispute.RecordDispute;
import feewright.fixture.Disputing;
import feewright.fixture.Disputing.Paid;
import feewright.fixture.Disputing.Story;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.fixture.TrialBalance;
import feewright.ledger.JournalEntryId;
import feewright.payment.MoneyOut;
import feewright.refund.RecordRefund;
import feewright.refund.Refund;
import feewright.refund.RefundProcessor;
import feewright.refund.RefundRecords;
import feewright.refund.RefundUpdate;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What is told while an event waits for the account (requirements A5, D3): a bank took the payment back and it came in again. What
 * was read before counts for nothing then.
 */
class ToldMeanwhileTest {

    private final Office office = Office.open(MemoryPorts.empty(), DisputeRules.inForce());
    private final Disputing disputing = Disputing.open(office);
    private final Paid paid = disputing.paid("100.00", "100.00");

    @AfterEach
    void all_accounts_add_up_to_zero_L1() {
        TrialBalance.proven(office);
    }

    @Test
    void two_first_events_at_once_are_of_one_dispute_D3() {
        Story story = story("d", paid, "100.00");

        UpdateOutcome outcome = disputesAfter(() -> {
                    comesAgain();
                    disputing.tell(story.at(1, UPDATED, UNDER_REVIEW, story.taken()));
                })
                .record(office.firm, story.at(0, OPENED, NEEDS_RESPONSE, story.taken()), Office.NOW);

        assertThat(outcome).isEqualTo(UpdateOutcome.APPLIED);
        Dispute dispute = disputing.dispute("d").orElseThrow();
        assertThat(dispute.of().payment()).isEqualTo(cameLast());
        assertThat(dispute.events()).hasSize(2).allMatch(DisputeEvent::isApplied);
        assertThat(dispute.course().state()).isEqualTo(UNDER_REVIEW);
    }

    @Test
    void a_dispute_is_of_the_payment_that_is_there_when_its_turn_comes_D1() {
        Story story = story("d", paid, "100.00");

        disputesAfter(this::comesAgain)
                .record(office.firm, story.at(0, OPENED, NEEDS_RESPONSE, story.taken()), Office.NOW);

        assertThat(disputing.dispute("d").orElseThrow().of().payment()).isEqualTo(cameLast());
    }

    @Test
    void a_refund_elsewhere_is_of_the_payment_that_is_there_when_its_turn_comes_A5() {
        RecordRefund.Subject subject = new RecordRefund.Subject(paid.reference(), null, usd("40.00"));
        RecordRefund.Received told = new RecordRefund.Received(
                subject,
                RefundProcessor.Response.of(new RefundUpdate.Succeeded("re_1")),
                Source.event("refunded"),
                Office.NOW);

        UpdateOutcome outcome = refundsAfter(this::comesAgain).record(office.firm, told, Office.NOW);

        assertThat(outcome).isEqualTo(UpdateOutcome.APPLIED);
        Refund refund = office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.refunds().ofReference(office.firm, "re_1"))
                .orElseThrow();
        assertThat(refund.of().payment()).isEqualTo(cameLast());
    }

    /** The bank takes the payment back, and it succeeds once more: as another payment of the journal. */
    private void comesAgain() {
        PaymentFailure returned = new PaymentFailure(PaymentFailure.Category.OTHER, true, "returned", null);
        disputing.collecting().said(paid.attempt(), new AttemptUpdate.Failed(paid.reference(), returned), Office.NOW);
        disputing
                .collecting()
                .said(paid.attempt(), new AttemptUpdate.Succeeded(paid.reference(), usd("100.00")), Office.NOW);
    }

    private JournalEntryId cameLast() {
        JournalEntryId last =
                disputing.collecting().attempt(paid.attempt()).payment().orElseThrow();
        assertThat(last).isNotEqualTo(paid.payment().id());
        return last;
    }

    private RecordDispute disputesAfter(Runnable meanwhile) {
        CollectionRecords collecting = office.engine.collectionRecords();
        return new RecordDispute(
                office.ports.transactions(),
                new DisputeRecords(
                        office.ports.disputes(),
                        new CollectionRecords(
                                collecting.cursors(), read(collecting.attempts(), meanwhile), collecting.methods()),
                        office.ports.credits()),
                office.engine.bookkeeping());
    }

    private RecordRefund refundsAfter(Runnable meanwhile) {
        RefundRecords refunding = office.engine.refundRecords();
        return new RecordRefund(
                office.ports.transactions(),
                new RefundRecords(
                        refunding.refunds(),
                        refunding.outbox(),
                        read(refunding.attempts(), meanwhile),
                        refunding.methods()),
                new MoneyOut(office.ports.credits(), office.engine.bookkeeping()),
                (_, _, _) -> {});
    }

    /** Attempts, between the first reading of which and whatever is done with it something else happens. */
    private static Attempts read(Attempts attempts, Runnable meanwhile) {
        AtomicBoolean happened = new AtomicBoolean();
        return (Attempts) Proxy.newProxyInstance(
                Attempts.class.getClassLoader(), new Class<?>[] {Attempts.class}, (_, method, arguments) -> {
                    try {
                        Object found = method.invoke(attempts, arguments);
                        if (!happened.getAndSet(true)) {
                            meanwhile.run();
                        }
                        return found;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
