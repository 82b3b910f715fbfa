package feewright.drools;

import static feewright.dispute.DisputeEvent.Kind.CLOSED;
import static feewright.dispute.DisputeEvent.Kind.FUNDS_REINSTATED;
import static feewright.dispute.DisputeEvent.Kind.FUNDS_WITHDRAWN;
import static feewright.dispute.DisputeEvent.Kind.OPENED;
import static feewright.dispute.DisputeEvent.Kind.UPDATED;
import static feewright.dispute.DisputeState.INQUIRY_NEEDS_RESPONSE;
import static feewright.dispute.DisputeState.INQUIRY_UNDER_REVIEW;
import static feewright.dispute.DisputeState.LOST;
import static feewright.dispute.DisputeState.NEEDS_RESPONSE;
import static feewright.dispute.DisputeState.PREVENTED;
import static feewright.dispute.DisputeState.UNDER_REVIEW;
import static feewright.dispute.DisputeState.WON;
import static feewright.fixture.Cashier.usd;
import static feewright.fixture.Disputing.story;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptId;
import feewright.attempt.UpdateOutcome;
import feewright.dispute.DisputeMovement;
import feewright.dispute.RecordDispute.Update;
import feewright.fixture.Collecting;
import feewright.fixture.Disputing;
import feewright.fixture.Disputing.Paid;
import feewright.fixture.Disputing.Story;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every order of every lifecycle of up to six events ends in the same ledger and the same states (requirement D3). */
class DisputeOrderTest {

    /** A lifecycle, told of a payment of 100.00 (or what came in instead) of an invoice of 100.00, and what it ends in. */
    record Lifecycle(String name, Function<Paid, List<Update>> events, List<String> endsIn) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Lifecycle> lifecycles() {
        return Stream.of(
                of(
                        "won",
                        (s, paid) -> List.of(
                                s.at(0, OPENED, NEEDS_RESPONSE, s.taken()),
                                s.at(0, FUNDS_WITHDRAWN, NEEDS_RESPONSE, s.taken()),
                                s.at(5, UPDATED, UNDER_REVIEW, s.taken()),
                                s.at(9, CLOSED, WON, s.taken(), s.back()),
                                s.at(9, FUNDS_REINSTATED, WON, s.taken(), s.back())),
                        "cash USD 85.00",
                        "dispute_fee USD 15.00",
                        "revenue_package USD -100.00"),
                of(
                        "an inquiry that escalates and is lost, then won after all",
                        (s, paid) -> List.of(
                                s.at(0, OPENED, INQUIRY_NEEDS_RESPONSE),
                                s.at(1, UPDATED, INQUIRY_UNDER_REVIEW),
                                s.at(3, UPDATED, NEEDS_RESPONSE, s.taken()),
                                s.at(3, FUNDS_WITHDRAWN, NEEDS_RESPONSE, s.taken()),
                                s.at(7, CLOSED, LOST, s.taken()),
                                s.at(9, CLOSED, WON, s.taken(), s.back())),
                        "cash USD 85.00",
                        "dispute_fee USD 15.00",
                        "revenue_package USD -100.00"),
                of(
                        "won, reopened and lost",
                        (s, paid) -> {
                            DisputeMovement again = new DisputeMovement("again", usd("-100.00"), usd("0.00"));
                            return List.of(
                                    s.at(0, OPENED, NEEDS_RESPONSE, s.taken()),
                                    s.at(5, CLOSED, WON, s.taken(), s.back()),
                                    s.at(6, FUNDS_REINSTATED, WON, s.taken(), s.back()),
                                    s.at(7, UPDATED, UNDER_REVIEW, s.taken(), s.back()),
                                    s.at(8, FUNDS_WITHDRAWN, UNDER_REVIEW, s.taken(), s.back(), again),
                                    s.at(9, CLOSED, LOST, s.taken(), s.back(), again));
                        },
                        "cash USD -15.00",
                        "dispute_fee USD 15.00",
                        "receivable USD 100.00",
                        "revenue_package USD -100.00"),
                of(
                        "two contradicting ends in one second, one told twice",
                        (s, paid) -> List.of(
                                s.at(0, OPENED, NEEDS_RESPONSE, s.taken()),
                                s.named("w", 9, CLOSED, WON, s.taken(), s.back()),
                                s.named("l", 9, CLOSED, LOST, s.taken()),
                                s.named("l", 9, CLOSED, LOST, s.taken()),
                                s.named("m", 9, CLOSED, LOST, s.taken())),
                        "cash USD 85.00",
                        "dispute_fee USD 15.00",
                        "revenue_package USD -100.00"),
                of(
                        "two ends that contradict each other, told twice each",
                        (s, paid) -> List.of(
                                s.at(0, OPENED, NEEDS_RESPONSE, s.taken()),
                                s.named("w", 8, CLOSED, WON, s.taken(), s.back()),
                                s.named("w", 8, CLOSED, WON, s.taken(), s.back()),
                                s.named("l", 9, CLOSED, LOST, s.taken()),
                                s.named("l", 9, CLOSED, LOST, s.taken())),
                        "cash USD 85.00",
                        "dispute_fee USD 15.00",
                        "revenue_package USD -100.00"),
                of(
                        "won before the money went, which comes back later",
                        (s, paid) -> List.of(
                                s.at(0, OPENED, NEEDS_RESPONSE),
                                s.at(5, CLOSED, WON),
                                s.at(6, FUNDS_WITHDRAWN, WON, s.taken()),
                                s.at(7, FUNDS_REINSTATED, WON, s.taken(), s.back()),
                                s.at(7, UPDATED, WON, s.taken(), s.back())),
                        "cash USD 85.00",
                        "dispute_fee USD 15.00",
                        "revenue_package USD -100.00"),
                of(
                        "lost before the money went",
                        (s, paid) -> List.of(
                                s.at(0, OPENED, NEEDS_RESPONSE),
                                s.at(5, CLOSED, LOST),
                                s.at(6, FUNDS_WITHDRAWN, LOST, s.taken()),
                                s.at(7, UPDATED, LOST, s.taken())),
                        "cash USD -15.00",
                        "dispute_fee USD 15.00",
                        "receivable USD 100.00",
                        "revenue_package USD -100.00"),
                of(
                        "what no rule permits",
                        (s, paid) -> List.of(
                                s.at(0, OPENED, INQUIRY_NEEDS_RESPONSE),
                                s.at(1, UPDATED, INQUIRY_UNDER_REVIEW, s.taken()),
                                s.at(3, CLOSED, UNDER_REVIEW),
                                s.at(4, CLOSED, PREVENTED),
                                s.at(5, CLOSED, LOST, s.taken())),
                        "cash USD -15.00",
                        "revenue_package USD -100.00",
                        "suspense USD 115.00"),
                of(
                        "money that an inquiry took counts once it is a chargeback",
                        (s, paid) -> List.of(
                                s.at(0, OPENED, INQUIRY_NEEDS_RESPONSE, s.taken()),
                                s.at(1, UPDATED, INQUIRY_UNDER_REVIEW, s.taken()),
                                s.at(3, UPDATED, NEEDS_RESPONSE, s.taken()),
                                s.at(7, CLOSED, WON, s.taken(), s.back())),
                        "cash USD 85.00",
                        "dispute_fee USD 15.00",
                        "revenue_package USD -100.00"),
                of(
                        "money comes back that nobody took",
                        (s, paid) -> List.of(
                                s.at(0, OPENED, NEEDS_RESPONSE), s.at(5, CLOSED, WON, s.back()), s.at(6, CLOSED, WON)),
                        "cash USD 200.00",
                        "revenue_package USD -100.00",
                        "suspense USD -100.00"),
                of(
                        "less than came in is lost, and more comes back than went",
                        (s, paid) -> {
                            DisputeMovement part = new DisputeMovement("part", usd("-40.00"), usd("15.00"));
                            return List.of(
                                    s.at(0, OPENED, NEEDS_RESPONSE, part),
                                    s.at(5, CLOSED, LOST, part),
                                    s.at(6, FUNDS_REINSTATED, WON, part, s.back()));
                        },
                        "cash USD 145.00",
                        "dispute_fee USD 15.00",
                        "receivable USD 40.00",
                        "revenue_package USD -100.00",
                        "suspense USD -100.00"),
                new Lifecycle(
                        "one that takes more than came in is the firm's loss beyond it",
                        paid -> {
                            Story more = story("a", paid, "130.00");
                            return List.of(
                                    more.at(0, OPENED, NEEDS_RESPONSE, more.taken()),
                                    more.at(2, FUNDS_WITHDRAWN, NEEDS_RESPONSE, more.taken()),
                                    more.at(5, UPDATED, UNDER_REVIEW, more.taken()),
                                    more.at(9, CLOSED, LOST, more.taken()));
                        },
                        List.of(
                                "cash USD -45.00",
                                "chargeback_loss USD 30.00",
                                "dispute_fee USD 15.00",
                                "receivable USD 100.00",
                                "revenue_package USD -100.00")),
                new Lifecycle(
                        "two parts of one payment, one lost and one won",
                        paid -> {
                            Story lost = story("a", paid, "30.00");
                            Story won = story("b", paid, "70.00");
                            return List.of(
                                    lost.at(0, OPENED, NEEDS_RESPONSE, lost.taken()),
                                    lost.at(8, UPDATED, UNDER_REVIEW, lost.taken()),
                                    lost.at(9, CLOSED, LOST, lost.taken()),
                                    won.at(1, OPENED, NEEDS_RESPONSE, won.taken()),
                                    won.at(5, CLOSED, WON, won.taken(), won.back()),
                                    won.at(6, FUNDS_REINSTATED, WON, won.taken(), won.back()));
                        },
                        List.of(
                                "cash USD 40.00",
                                "dispute_fee USD 30.00",
                                "receivable USD 30.00",
                                "revenue_package USD -100.00")),
                new Lifecycle(
                        "several that take more than came in are the firm's loss beyond it",
                        paid -> {
                            Story first = story("a", paid, "80.00");
                            Story second = story("b", paid, "30.00");
                            return List.of(
                                    first.at(0, OPENED, NEEDS_RESPONSE, first.taken()),
                                    first.at(6, CLOSED, LOST, first.taken()),
                                    second.at(1, OPENED, NEEDS_RESPONSE, second.taken()),
                                    second.at(5, FUNDS_WITHDRAWN, NEEDS_RESPONSE, second.taken()),
                                    second.at(7, CLOSED, LOST, second.taken()));
                        },
                        List.of(
                                "cash USD -40.00",
                                "chargeback_loss USD 10.00",
                                "dispute_fee USD 30.00",
                                "receivable USD 100.00",
                                "revenue_package USD -100.00")),
                of(
                        "another currency",
                        (s, paid) -> {
                            DisputeMovement taken =
                                    new DisputeMovement("w", Money.parse("EUR -90.00"), Money.parse("EUR 13.00"));
                            return List.of(
                                    s.at(0, OPENED, NEEDS_RESPONSE),
                                    s.at(0, FUNDS_WITHDRAWN, NEEDS_RESPONSE, taken),
                                    s.at(5, UPDATED, UNDER_REVIEW, taken, s.back()),
                                    s.at(7, UPDATED, UNDER_REVIEW, taken),
                                    s.at(9, CLOSED, LOST, taken));
                        },
                        "cash EUR -103.00",
                        "cash USD 200.00",
                        "chargeback_loss EUR 90.00",
                        "dispute_fee EUR 13.00",
                        "revenue_package USD -100.00",
                        "suspense USD -100.00"));
    }

    private static Lifecycle of(String name, BiFunction<Story, Paid, List<Update>> events, String... endsIn) {
        return new Lifecycle(name, paid -> events.apply(story("a", paid, "100.00"), paid), List.of(endsIn));
    }

    @ParameterizedTest
    @MethodSource("lifecycles")
    void every_order_ends_the_same_D3(Lifecycle lifecycle) {
        Disputing disputing = open();
        List<Update> told = lifecycle.events().apply(paid(disputing));

        List<List<String>> endings = orders(told.size()).stream()
                .map(order -> ending(disputing, order.stream().map(told::get).toList()))
                .distinct()
                .toList();

        assertThat(endings).hasSize(1);
        assertThat(endings.getFirst()).startsWith(lifecycle.endsIn().toArray(String[]::new));
        assertThat(endings.getFirst().get(lifecycle.endsIn().size())).startsWith("a DisputeSummary");
    }

    @ParameterizedTest
    @MethodSource("lifecycles")
    void told_again_nothing_changes_D3(Lifecycle lifecycle) {
        Disputing disputing = open();
        List<Update> told = lifecycle.events().apply(paid(disputing));
        told.forEach(disputing::tell);
        List<String> ending = disputing.ending(List.of("a", "b"));

        List<UpdateOutcome> again = told.stream().map(disputing::tell).toList();

        assertThat(again).containsOnly(UpdateOutcome.KNOWN);
        assertThat(disputing.ending(List.of("a", "b"))).isEqualTo(ending);
    }

    private static AttemptId attempted(Disputing disputing) {
        disputing.cashier().invoiceOf("100.00");
        return disputing.collecting().errand(Office.NOW).charge().attempt();
    }

    /** What nobody could place is told again once the payment is known, as the reading of events does. */
    @Test
    void the_payment_may_become_known_at_any_point_D1() {
        Disputing disputing = open();
        AttemptId attempt = attempted(disputing);
        Story story = new Story("a", "pi_1", usd("100.00"));
        List<Update> told = List.of(
                story.at(0, OPENED, NEEDS_RESPONSE, story.taken()),
                story.at(5, UPDATED, UNDER_REVIEW, story.taken()),
                story.at(9, CLOSED, LOST, story.taken()));

        List<List<String>> endings = orders(told.size() + 1).stream()
                .map(order -> disputing.office().ports.transactions().reading(disputing.office().admin, () -> {
                    order.forEach(at -> {
                        if (at < told.size()) {
                            disputing.tell(told.get(at));
                        } else {
                            disputing.collecting().said(attempt, Collecting.succeeded(usd("100.00")), Office.NOW);
                        }
                    });
                    told.forEach(disputing::tell);
                    return disputing.ending(List.of("a"));
                }))
                .distinct()
                .toList();

        assertThat(endings).hasSize(1);
        assertThat(endings.getFirst()).contains("receivable USD 100.00", "dispute_fee USD 15.00");
    }

    /** What it comes to, which is undone afterwards: reading leaves nothing behind. */
    private static List<String> ending(Disputing disputing, List<Update> told) {
        return disputing.office().ports.transactions().reading(disputing.office().admin, () -> {
            told.forEach(disputing::tell);
            return disputing.ending(List.of("a", "b"));
        });
    }

    private static Disputing open() {
        return Disputing.open(Office.open(MemoryPorts.empty(), DisputeRules.inForce()));
    }

    private static Paid paid(Disputing disputing) {
        return disputing.paid("100.00", "100.00");
    }

    private static List<List<Integer>> orders(int size) {
        List<List<Integer>> orders = List.of(List.of());
        for (int place = 0; place < size; place++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : orders) {
                for (int at = 0; at <= order.size(); at++) {
                    List<Integer> next = new ArrayList<>(order);
                    next.add(at, place);
                    longer.add(next);
                }
            }
            orders = longer;
        }
        return orders;
    }
}
