package feewright.dispute;

import static feewright.dispute.DisputeEvent.Kind.CLOSED;
import static feewright.dispute.DisputeEvent.Kind.FUNDS_REINSTATED;
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

import feewright.attempt.UpdateOutcome;
import feewright.dispute.RecordDispute.Update;
import feewright.fixture.Disputing;
import feewright.fixture.Disputing.Paid;
import feewright.fixture.Disputing.Story;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.TrialBalance;
import feewright.ledger.InvoiceDisputes;
import feewright.payment.RefundFact;
import feewright.payment.RefundPayment;
import feewright.platform.CustomerText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a processor tells of a dispute, and what it does to the books (requirements D1 to D3). An invoice of 100 dollars was paid by card. */
class RecordDisputeTest {

    private static final List<String> LOST_BOOKS =
            List.of("cash USD 45.00", "dispute_fee USD 15.00", "receivable USD 40.00", "revenue_package USD -100.00");

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Disputing disputing = Disputing.open(office);
    private final Paid paid = disputing.paid("100.00", "100.00");
    private final Story story = story("d", paid, "40.00");

    @Test
    void a_dispute_that_is_only_opened_moves_no_money_and_lies_over_the_invoice_D1() {
        List<String> before = books();

        UpdateOutcome outcome = disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE));

        assertThat(outcome).isEqualTo(UpdateOutcome.APPLIED);
        assertThat(books()).isEqualTo(before).containsExactly("cash USD 100.00", "revenue_package USD -100.00");
        assertThat(disputing.cashier().account(paid.invoice().id()).contested())
                .isEqualTo(
                        new InvoiceDisputes(true, false, usd("40.00"), usd("0.00"), usd("0.00"), usd("40.00"), false));
        assertThat(course().respondBy()).isEqualTo(Disputing.DAY.plusSeconds(86_400));
    }

    @Test
    void money_that_is_withdrawn_is_disputed_and_the_fee_is_the_firms_D2() {
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE));

        disputing.tell(story.at(1, FUNDS_WITHDRAWN, NEEDS_RESPONSE, story.taken()));

        assertThat(books())
                .containsExactly(
                        "cash USD 45.00", "dispute_fee USD 15.00", "disputed USD 40.00", "revenue_package USD -100.00");
        assertThat(owed()).isEqualTo("USD 0.00");
    }

    @Test
    void a_lost_dispute_is_owed_again_and_a_won_one_pays_again_D3() {
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));
        disputing.tell(story.at(5, CLOSED, LOST, story.taken()));
        List<String> lost = books();

        disputing.tell(story.at(9, FUNDS_REINSTATED, WON, story.taken(), story.back()));

        assertThat(lost).isEqualTo(LOST_BOOKS);
        assertThat(books()).containsExactly("cash USD 85.00", "dispute_fee USD 15.00", "revenue_package USD -100.00");
        assertThat(course().state()).isEqualTo(WON);
        assertThat(course().withdrawn()).isEqualTo(usd("0.00"));
    }

    @Test
    void where_a_rule_forbids_that_it_is_owed_again_it_is_given_up_D3() {
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE, story.taken()));
        rulebook.refuse("chargeback/" + disputing.dispute("d").orElseThrow().id());

        disputing.tell(story.at(5, CLOSED, LOST, story.taken()));

        assertThat(books())
                .containsExactly(
                        "cash USD 45.00",
                        "dispute_fee USD 15.00",
                        "revenue_package USD -100.00",
                        "write_off USD 40.00");
        assertThat(owed()).isEqualTo("USD 0.00");
        assertThat(rulebook.lastAsked(LostDisputeFact.class)).isNotEmpty();
    }

    @Test
    void credit_that_the_payment_made_goes_before_anything_is_owed_D3() {
        Paid more = disputing.paid("100.00", "130.00");
        Story all = story("all", more, "50.00");

        disputing.tell(all.at(0, CLOSED, LOST, all.taken()));

        assertThat(disputing.cashier().creditFrom(more.payment().id()).remaining())
                .isEqualTo(usd("0.00"));
        assertThat(disputing.cashier().account(more.invoice().id()).owed()).isEqualTo(usd("20.00"));
    }

    @Test
    void in_whatever_order_it_is_told_it_ends_the_same_D3() {
        List<Update> told = List.of(
                story.at(0, OPENED, NEEDS_RESPONSE),
                story.at(1, FUNDS_WITHDRAWN, NEEDS_RESPONSE, story.taken()),
                story.at(2, UPDATED, UNDER_REVIEW, story.taken()),
                story.at(3, CLOSED, LOST, story.taken()));
        told.forEach(disputing::tell);
        List<String> ending = disputing.ending(List.of("d"));
        assertThat(books()).isEqualTo(LOST_BOOKS);

        for (List<Integer> order : orders(List.of(0, 1, 2, 3))) {
            Disputing again = Disputing.open(Office.open(MemoryPorts.empty(), new PermissiveRulebook()));
            Story same = story("d", again.paid("100.00", "100.00"), "40.00");
            order.forEach(number -> again.tell(of(same, told.get(number))));
            order.reversed().forEach(number -> again.tell(of(same, told.get(number))));

            assertThat(again.ending(List.of("d"))).as(order.toString()).isEqualTo(ending);
        }
    }

    @Test
    void an_event_that_was_told_before_is_known_and_moves_nothing_D3() {
        Update lost = story.at(0, CLOSED, LOST, story.taken());
        disputing.tell(lost);

        UpdateOutcome again = disputing.tell(lost);

        assertThat(again).isEqualTo(UpdateOutcome.KNOWN);
        assertThat(books()).isEqualTo(LOST_BOOKS);
        assertThat(disputing.dispute("d").orElseThrow().events()).hasSize(1);
    }

    @Test
    void what_no_rule_permits_is_kept_and_its_money_waits_until_one_does_L5() {
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE));
        String ref = "dispute/" + disputing.dispute("d").orElseThrow().id();
        rulebook.refuse(ref);

        UpdateOutcome refused = disputing.tell(story.at(3, CLOSED, LOST, story.taken()));
        List<String> meanwhile = books();
        boolean suspended =
                disputing.cashier().account(paid.invoice().id()).contested().suspended();
        rulebook.permit(ref);
        disputing.tell(story.at(4, UPDATED, LOST, story.taken()));

        assertThat(refused).isEqualTo(UpdateOutcome.UNAPPLIED);
        assertThat(meanwhile).containsExactly("cash USD 45.00", "revenue_package USD -100.00", "suspense USD 55.00");
        assertThat(suspended).isTrue();
        assertThat(books()).isEqualTo(LOST_BOOKS);
        assertThat(disputing.dispute("d").orElseThrow().events()).allMatch(DisputeEvent::isApplied);
    }

    @Test
    void a_dispute_of_a_payment_that_nobody_knows_is_not_kept_D1() {
        UpdateOutcome outcome =
                disputing.tell(new Story("d", "pi_unknown", usd("40.00")).at(0, OPENED, NEEDS_RESPONSE));

        assertThat(outcome).isEqualTo(UpdateOutcome.NOT_FOUND);
        assertThat(disputing.dispute("d")).isEmpty();
    }

    @Test
    void what_is_disputed_cannot_be_refunded_A5() {
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE));

        office.engine
                .requestRefund()
                .ask(
                        office.admin,
                        new RefundPayment.Request(paid.payment().id(), null, new CustomerText("Reason")),
                        Office.NOW);

        assertThat(rulebook.lastAsked(RefundFact.class))
                .containsExactly(new RefundFact(paid.payment().id(), 6_000, 6_000));
    }

    @Test
    void another_firm_is_told_nothing_of_it_T1() {
        disputing.tell(story.at(0, OPENED, NEEDS_RESPONSE));
        Office other = Office.open(office.ports, new PermissiveRulebook());

        UpdateOutcome outcome =
                other.engine.recordDispute().record(other.firm, story.at(1, CLOSED, LOST, story.taken()), Office.NOW);

        assertThat(outcome).isEqualTo(UpdateOutcome.NOT_FOUND);
        assertThat(course().state()).isEqualTo(NEEDS_RESPONSE);
        assertThat(other.ports.disputes().page(other.firm, Disputes.DisputeFilter.ANY, 10))
                .isEmpty();
    }

    private List<String> books() {
        return TrialBalance.proven(office).byCode();
    }

    private String owed() {
        return disputing.cashier().account(paid.invoice().id()).owed().toString();
    }

    private DisputeSummary course() {
        return disputing.dispute("d").orElseThrow().course();
    }

    /** The same of another payment. */
    private static Update of(Story story, Update told) {
        return new Update(told.dispute(), story.payment(), told.event(), told.kind(), told.told());
    }

    private static List<List<Integer>> orders(List<Integer> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : of) {
            List<Integer> rest = of.stream().filter(one -> !one.equals(first)).toList();
            for (List<Integer> order : orders(rest)) {
                List<Integer> one = new ArrayList<>(List.of(first));
                one.addAll(order);
                all.add(one);
            }
        }
        return all;
    }
}
