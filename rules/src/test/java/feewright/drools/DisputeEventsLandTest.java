package feewright.drools;

import static feewright.dispute.DisputeEvent.Kind.CLOSED;
import static feewright.dispute.DisputeEvent.Kind.OPENED;
import static feewright.dispute.DisputeState.LOST;
import static feewright.dispute.DisputeState.NEEDS_RESPONSE;
import static feewright.dispute.DisputeState.PREVENTED;
import static feewright.dispute.DisputeState.WON;
import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptId;
import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.DisputeEvent.UndatedDetails;
import feewright.dispute.DisputeMovement;
import feewright.dispute.DisputeState;
import feewright.fixture.Collecting;
import feewright.fixture.Disputing;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.fixture.TrialBalance;
import feewright.processor.EventMeaning;
import feewright.processor.ProcessorEvent;
import feewright.processor.ProcessorEvent.Outcome;
import feewright.processor.ProcessorEvents.EventFilter;
import feewright.processor.ReadEvents;
import feewright.processor.ReceiveProcessorEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Events of processors that speak of disputes: from where they land to the ledger (requirements D1 and D3). */
class DisputeEventsLandTest {

    private static final Instant NOW = Office.NOW;

    private final Office office = Office.open(MemoryPorts.empty(), DisputeRules.inForce());
    private final Disputing disputing = Disputing.open(office);
    private final Map<String, EventMeaning> meanings = new HashMap<>();

    @Test
    void an_event_is_read_and_says_what_came_of_it() {
        String payment = disputing.paid("100.00", "100.00").reference();

        lands("evt_1", 1, says(payment, OPENED, NEEDS_RESPONSE));
        lands("evt_2", 2, says(payment, CLOSED, PREVENTED));
        lands("evt_3", 3, says(payment, CLOSED, LOST));
        lands("evt_4", 4, new EventMeaning.FraudWarned("issfr_1", payment, "misc", true));
        read(NOW);

        assertThat(outcomes()).containsExactly(Outcome.APPLIED, Outcome.APPLIED, Outcome.UNAPPLIED, Outcome.APPLIED);
        assertThat(disputing.dispute("du_1").orElseThrow().course().state()).isEqualTo(PREVENTED);
    }

    @Test
    void an_event_of_a_payment_that_nobody_knows_yet_is_read_again_once_it_is_known() {
        disputing.cashier().invoiceOf("100.00");
        AttemptId attempt = disputing.collecting().errand(NOW).charge().attempt();
        lands("evt_1", 1, says("pi_1", CLOSED, WON));
        read(NOW);
        assertThat(outcomes()).containsExactly(Outcome.PAYMENT_NOT_FOUND);

        disputing.collecting().said(attempt, Collecting.succeeded(usd("100.00")), NOW);
        read(NOW.plus(Duration.ofHours(1)));

        assertThat(outcomes()).containsExactly(Outcome.APPLIED);
        assertThat(TrialBalance.proven(office).byCode()).contains("disputed USD 100.00");
    }

    private static EventMeaning says(String payment, Kind kind, DisputeState state) {
        DisputeMovement taken = new DisputeMovement("txn_1", usd("-100.00"), usd("15.00"));
        UndatedDetails shown = new UndatedDetails(
                state, usd("100.00"), "general", null, state == PREVENTED ? List.of() : List.of(taken));
        return new EventMeaning.DisputeUpdated("du_1", payment, kind, shown);
    }

    private void lands(String name, int second, EventMeaning meaning) {
        meanings.put(name, meaning);
        ProcessorEvent.Named named = new ProcessorEvent.Named(
                Collecting.PROCESSOR, name, "charge.dispute", "du_1", Disputing.DAY.plusSeconds(second));
        new ReceiveProcessorEvent(office.ports.transactions(), office.ports.processorEvents(), office.ports.ids())
                .take(office.firm, named, name, NOW);
    }

    private void read(Instant now) {
        new ReadEvents(
                        office.ports.transactions(),
                        office.ports.processorEvents(),
                        office.engine.processorEventRecorder(),
                        Map.of(Collecting.PROCESSOR, body -> Objects.requireNonNull(meanings.get(body))))
                .read(office.firm, 10, now);
    }

    private List<Outcome> outcomes() {
        return office
                .ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports.processorEvents().page(office.firm, new EventFilter(null, null, false), 10))
                .reversed()
                .stream()
                .map(event -> event.latest().orElseThrow().outcome())
                .toList();
    }
}
