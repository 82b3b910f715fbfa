package feewright.processor;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import feewright.attempt.SimulatedCard;
import feewright.attempt.SimulatedProcessor;
import feewright.dispute.Dispute;
import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.DisputeEvent.UndatedDetails;
import feewright.dispute.DisputeMovement;
import feewright.dispute.DisputeState;
import feewright.dispute.FraudWarnings.WarningFilter;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.Simulated;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.platform.CustomerText;
import feewright.privacy.PurgeCustomerTexts;
import feewright.processor.ProcessorEvent.Outcome;
import feewright.processor.ProcessorEvents.EventFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events of the simulated processor: kept as they land, read when they happen, in whatever order (design §2.7, requirement A6). */
class ReadEventsTest {

    private static final Instant NOW = Office.NOW;
    private static final Duration DAY = Duration.ofDays(1);

    private final PermissiveRulebook rulebook = new PermissiveRulebook();
    private final Office office = Office.open(MemoryPorts.empty(), rulebook);
    private final Simulated simulated = new Simulated(office, rulebook);

    @AfterEach
    void all_accounts_add_up_to_zero_L1() {
        TrialBalance.proven(office);
    }

    @Test
    void a_card_whose_disputes_are_lost_is_owed_again_on_the_tenth_day_A6() {
        Invoice invoice = simulated.charged(SimulatedCard.CARD_DISPUTED_LOST, "100.00");

        simulated.later(DAY.minusSeconds(1));
        Optional<Dispute> before = dispute(invoice);
        simulated.later(Duration.ofSeconds(1));
        List<String> withdrawn = books();
        simulated.later(DAY.multipliedBy(9));

        assertThat(before).isEmpty();
        assertThat(withdrawn)
                .containsExactly(
                        "cash USD -15.00",
                        "dispute_fee USD 15.00",
                        "disputed USD 100.00",
                        "revenue_package USD -100.00");
        assertThat(books())
                .containsExactly(
                        "cash USD -15.00",
                        "dispute_fee USD 15.00",
                        "receivable USD 100.00",
                        "revenue_package USD -100.00");
        assertThat(dispute(invoice).orElseThrow().course().state()).isEqualTo(DisputeState.LOST);
        assertThat(events()).hasSize(4).allMatch(event -> latest(event).outcome() == Outcome.APPLIED);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_card_whose_disputes_are_won_stays_paid_but_for_the_fee_A6() {
        Invoice invoice = simulated.charged(SimulatedCard.CARD_DISPUTED_WON, "100.00");

        simulated.later(DAY.multipliedBy(10));

        assertThat(books()).containsExactly("cash USD 85.00", "dispute_fee USD 15.00", "revenue_package USD -100.00");
        assertThat(simulated.cashier.account(invoice.id()).owed()).isEqualTo(usd("0.00"));
    }

    /** Two fifths of 100.01, rounded up. */
    @Test
    void a_card_that_disputes_a_part_is_owed_that_part_A6() {
        Invoice invoice = simulated.charged(SimulatedCard.CARD_DISPUTED_PARTLY, "100.01");

        simulated.later(DAY.multipliedBy(10));

        assertThat(simulated.cashier.account(invoice.id()).owed()).isEqualTo(usd("40.01"));
    }

    @Test
    void an_inquiry_takes_no_money_until_it_escalates_A6() {
        Invoice invoice = simulated.charged(SimulatedCard.CARD_INQUIRY_ESCALATES, "100.00");

        simulated.later(DAY);
        DisputeState inquiry = dispute(invoice).orElseThrow().course().state();
        List<String> untouched = books();
        simulated.later(DAY.multipliedBy(4));
        List<String> escalated = books();
        simulated.later(DAY.multipliedBy(7));

        assertThat(inquiry).isEqualTo(DisputeState.INQUIRY_NEEDS_RESPONSE);
        assertThat(untouched).containsExactly("cash USD 100.00", "revenue_package USD -100.00");
        assertThat(escalated).contains("disputed USD 100.00");
        assertThat(simulated.cashier.account(invoice.id()).owed()).isEqualTo(usd("100.00"));
    }

    @Test
    void a_fraud_warning_proposes_to_give_the_money_back_and_gives_nothing_A6() {
        Invoice invoice = simulated.charged(SimulatedCard.CARD_FRAUD_WARNING, "100.00");

        simulated.later(DAY);

        assertThat(office.ports.fraudWarnings().page(office.firm, new WarningFilter(null, office.client), 10))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.of().payment()).isEqualTo(simulated.payment(invoice));
                    assertThat(warning.told().kind()).isEqualTo("made_with_stolen_card");
                    assertThat(warning.proposal().refund()).isTrue();
                });
        assertThat(books()).containsExactly("cash USD 100.00", "revenue_package USD -100.00");
    }

    @Test
    void a_story_told_in_any_order_and_replayed_ends_the_same_D3() {
        List<String> ending = List.of();
        for (int turn = 0; turn < 4; turn++) {
            Simulated again = new Simulated(Office.open(MemoryPorts.empty(), rulebook), rulebook);
            Invoice invoice = again.charged(SimulatedCard.CARD_SUCCEEDS, "100.00");
            List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
            Collections.rotate(order, turn);
            order.forEach(number -> {
                taken(again, "evt_" + number, number, body(reference(again, invoice), number));
                again.work();
            });
            all(again).forEach(event -> replayed(again, event));

            again.work();

            List<String> end = TrialBalance.proven(again.office).byCode();
            ending = ending.isEmpty() ? end : ending;
            assertThat(end)
                    .as("from %s on", turn)
                    .isEqualTo(ending)
                    .contains("receivable USD 40.00", "dispute_fee USD 15.00");
            assertThat(all(again))
                    .allSatisfy(event -> assertThat(event.readings())
                            .extracting(ProcessorEvent.Interpretation::outcome)
                            .containsExactly(Outcome.APPLIED, Outcome.KNOWN));
        }
    }

    @Test
    void an_event_that_lands_before_its_payment_waits_for_it_D1() {
        Invoice invoice = simulated.charged(SimulatedCard.DEBIT_SUCCEEDS, "100.00");
        String payment = Simulated.reference(simulated.attempt(invoice).id());
        taken(simulated, "evt_3", 3, body(payment, 3));
        simulated.work();
        ProcessorEvent early = events().getFirst();
        List<ProcessorEvent> waits = waiting();

        simulated.later(DAY.multipliedBy(5));
        simulated.later(DAY.multipliedBy(5));

        assertThat(latest(early).outcome()).isEqualTo(Outcome.PAYMENT_NOT_FOUND);
        assertThat(waits).hasSize(1);
        assertThat(latest(events().getFirst()).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(waiting()).isEmpty();
        assertThat(simulated.cashier.account(invoice.id()).owed()).isEqualTo(usd("40.00"));
    }

    @Test
    void an_event_of_a_payment_that_never_comes_is_given_up_after_sixty_days() {
        taken(simulated, "evt_3", 3, body("sim_unknown", 3));
        simulated.work();
        simulated.later(DAY.multipliedBy(60));
        List<ProcessorEvent> patient = waiting();

        simulated.later(DAY.multipliedBy(61));

        assertThat(patient).hasSize(1);
        assertThat(waiting()).isEmpty();
        assertThat(latest(events().getFirst()).outcome()).isEqualTo(Outcome.PAYMENT_NOT_FOUND);
    }

    @Test
    void what_cannot_be_interpreted_is_listed_by_why() {
        taken(simulated, "evt_0", 0, "gossip about somebody");
        taken(simulated, "evt_1", 1, "dispute d pi opened\nnot_a_state");
        office.engine
                .receiveProcessorEvent()
                .take(office.firm, new ProcessorEvent.Named("nobody", "evt_2", "payment", null, NOW), "body", NOW);

        simulated.work();

        assertThat(events())
                .extracting(
                        event -> event.named().name(),
                        event -> latest(event).outcome(),
                        event -> latest(event).code())
                .containsExactly(
                        tuple("evt_2", Outcome.UNINTERPRETED, "no_processor"),
                        tuple("evt_1", Outcome.UNINTERPRETED, "body_unreadable"),
                        tuple("evt_0", Outcome.UNINTERPRETED, "type_unknown"));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void an_event_whose_body_was_purged_says_nothing_any_more_T5() {
        taken(simulated, "evt_0", 0, "gossip about somebody");
        simulated.work();
        PurgeCustomerTexts purge = office.engine.purgeCustomerTexts();
        String confirmation =
                Objects.requireNonNull(purge.preview(office.masterAdmin, null)).confirmation();
        purge.purge(
                office.masterAdmin,
                new PurgeCustomerTexts.Request(null, new CustomerText("Reason"), confirmation),
                NOW);
        replayed(simulated, events().getFirst());

        simulated.work();

        assertThat(events().getFirst().readings())
                .extracting(ProcessorEvent.Interpretation::number, ProcessorEvent.Interpretation::code)
                .containsExactly(tuple(1, "type_unknown"), tuple(2, "body_purged"));
    }

    @Test
    void an_event_is_taken_once_by_a_firm_and_read_by_that_firm_only_T1() {
        Office other = Office.open(office.ports, new PermissiveRulebook());
        Simulated neighbour = new Simulated(other, rulebook);

        boolean first = taken(simulated, "evt_0", 0, "one");
        boolean second = taken(simulated, "evt_0", 0, "another");
        boolean elsewhere = taken(neighbour, "evt_0", 0, "theirs");
        neighbour.work();

        assertThat(List.of(first, second, elsewhere)).containsExactly(true, false, true);
        assertThat(waiting()).hasSize(1);
        assertThat(office.ports
                        .processorEvents()
                        .body(office.firm, events().getFirst().id()))
                .contains("one");
        assertThat(all(neighbour))
                .singleElement()
                .satisfies(event -> assertThat(event.readings()).hasSize(1));
    }

    /** A dispute of 40 dollars: opened, withdrawn, reviewed and lost. */
    private static String body(String payment, int number) {
        Kind kind = List.of(Kind.OPENED, Kind.FUNDS_WITHDRAWN, Kind.UPDATED, Kind.CLOSED)
                .get(number);
        DisputeState state = List.of(
                        DisputeState.NEEDS_RESPONSE,
                        DisputeState.NEEDS_RESPONSE,
                        DisputeState.UNDER_REVIEW,
                        DisputeState.LOST)
                .get(number);
        List<DisputeMovement> movements =
                number == 0 ? List.of() : List.of(new DisputeMovement("txn_1", usd("-40.00"), usd("15.00")));
        return SimulatedEventBody.of(new EventMeaning.DisputeUpdated(
                "dp_1", payment, kind, new UndatedDetails(state, usd("40.00"), "general", null, movements)));
    }

    private static boolean taken(Simulated by, String name, int second, String body) {
        ProcessorEvent.Named named =
                new ProcessorEvent.Named(SimulatedProcessor.CODE, name, "dispute", null, NOW.plusSeconds(second));
        return by.engine.receiveProcessorEvent().take(by.office.firm, named, body, by.now());
    }

    private static void replayed(Simulated by, ProcessorEvent event) {
        by.office.ports.transactions().in(by.office.admin, () -> {
            by.office.ports.processorEvents().replay(by.office.firm, event.id(), by.now());
            return event;
        });
    }

    private static String reference(Simulated by, Invoice invoice) {
        return Simulated.reference(by.attempt(invoice).id());
    }

    private Optional<Dispute> dispute(Invoice invoice) {
        return office
                .ports
                .transactions()
                .reading(office.admin, () -> office.ports.disputes().of(office.firm, simulated.payment(invoice)))
                .stream()
                .findFirst();
    }

    private List<String> books() {
        return TrialBalance.proven(office).byCode();
    }

    /** Newest first. */
    private List<ProcessorEvent> events() {
        return all(simulated);
    }

    private static List<ProcessorEvent> all(Simulated of) {
        return of.office
                .ports
                .transactions()
                .reading(
                        of.office.admin,
                        () -> of.office
                                .ports
                                .processorEvents()
                                .page(of.office.firm, new EventFilter(null, null, false), 10));
    }

    private List<ProcessorEvent> waiting() {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports.processorEvents().page(office.firm, new EventFilter(null, null, true), 10));
    }

    private static ProcessorEvent.Interpretation latest(ProcessorEvent event) {
        return event.latest().orElseThrow();
    }
}
