package feewright.jdbc.dispute;

import static feewright.dispute.DisputeEvent.Kind.CLOSED;
import static feewright.dispute.DisputeEvent.Kind.FUNDS_WITHDRAWN;
import static feewright.dispute.DisputeEvent.Kind.OPENED;
import static feewright.dispute.DisputeEvent.Kind.UPDATED;
import static feewright.dispute.DisputeState.LOST;
import static feewright.dispute.DisputeState.NEEDS_RESPONSE;
import static feewright.dispute.DisputeState.UNDER_REVIEW;
import static feewright.dispute.DisputeState.WON;
import static feewright.fixture.Cashier.usd;
import static feewright.fixture.Disputing.story;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.dispute.RecordDispute.Update;
import feewright.fixture.Disputing;
import feewright.fixture.Disputing.Paid;
import feewright.fixture.Disputing.Story;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.jdbc.fixture.TestDatabase;
import feewright.payment.RefundPayment;
import feewright.platform.ConcurrentChange;
import feewright.platform.CustomerText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of one payment at once, and refunded at once, on real connections (requirement D3). */
class DisputeRaceTest {

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private Disputing disputing;
    private Paid paid;

    @BeforeEach
    void openOffice() {
        disputing = Disputing.open(Office.open(TestDatabase.ports(), rulebook));
        paid = disputing.paid("100.00", "100.00");
    }

    @Test
    void events_at_once_end_as_one_after_the_other_D3() throws Exception {
        Story first = story("a", paid, "60.00");
        Story second = story("b", paid, "40.00");
        List<Update> news = List.of(
                first.at(0, OPENED, NEEDS_RESPONSE, first.taken()),
                second.at(1, OPENED, NEEDS_RESPONSE, second.taken()),
                first.at(2, FUNDS_WITHDRAWN, NEEDS_RESPONSE, first.taken()),
                second.at(3, UPDATED, UNDER_REVIEW, second.taken()),
                first.at(4, CLOSED, LOST, first.taken()),
                second.at(5, CLOSED, WON, second.taken(), second.back()));

        race(news.stream()
                .<Callable<Object>>map(told -> () -> disputing.tell(told))
                .toList());

        assertThat(disputing.dispute("a").orElseThrow().course().state()).isEqualTo(LOST);
        assertThat(disputing.dispute("b").orElseThrow().course().state()).isEqualTo(WON);
        assertThat(TrialBalance.proven(disputing.office()).byCode())
                .contains("cash USD 10.00", "dispute_fee USD 30.00")
                .noneMatch(line -> line.startsWith("disputed"));
    }

    @Test
    void a_refund_and_a_withdrawal_at_once_take_the_money_once_A5() throws Exception {
        Story story = wholeDispute();

        List<Object> outcomes = race(List.of(() -> withdrawn(story), this::refunded));

        assertTakenOnce(story, outcomes.stream().anyMatch(RefundPayment.Outcome.Refunded.class::isInstance));
    }

    @Test
    void what_is_withdrawn_is_not_refunded_and_owed_again_after_a_loss_A5() throws Exception {
        Story story = wholeDispute();

        race(List.of(() -> withdrawn(story)));
        race(List.of(this::refunded));

        assertTakenOnce(story, false);
    }

    @Test
    void what_was_refunded_and_is_withdrawn_as_well_is_the_firms_loss_A5() throws Exception {
        Story story = wholeDispute();

        race(List.of(this::refunded));
        race(List.of(() -> withdrawn(story)));

        assertTakenOnce(story, true);
    }

    private Story wholeDispute() {
        return story("a", paid, "100.00");
    }

    private Object withdrawn(Story story) {
        return disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));
    }

    private Object refunded() {
        return disputing
                .office()
                .engine
                .refundPayment()
                .refund(
                        disputing.office().admin,
                        new RefundPayment.Request(paid.payment().id(), null, new CustomerText("Reason")),
                        Office.NOW);
    }

    private void assertTakenOnce(Story story, boolean refunded) {
        Money given = disputing
                .office()
                .ports
                .transactions()
                .reading(
                        disputing.office().admin,
                        () -> disputing.office().ports.ledger().refunded(disputing.office().firm, paid.payment()));
        assertThat(given).isEqualTo(usd(refunded ? "100.00" : "0.00"));
        disputing.tell(story.at(9, CLOSED, LOST, story.taken()));
        assertThat(TrialBalance.proven(disputing.office()).byCode())
                .contains(refunded ? "chargeback_loss USD 100.00" : "receivable USD 100.00");
    }

    /** All at once, each again as long as it loses. A refund of nothing is a defect of the request, which the rules would refuse. */
    private static List<Object> race(List<Callable<Object>> works) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(works.size())) {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<Object> work : works) {
                running.add(pool.submit(() -> {
                    start.await();
                    for (int attempt = 0; ; attempt++) {
                        try {
                            return work.call();
                        } catch (ConcurrentChange lost) {
                            if (attempt == 20) {
                                throw lost;
                            }
                        } catch (IllegalArgumentException nothing) {
                            return nothing;
                        }
                    }
                }));
            }
            start.countDown();
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> racer : running) {
                outcomes.add(racer.get());
            }
            return outcomes;
        }
    }
}
