package feewright.drools;

import static feewright.fixture.Cashier.usd;
import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.AttemptEvent.Source;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.Charge;
import feewright.attempt.Collectable;
import feewright.attempt.PaymentProcessor;
import feewright.attempt.ProcessorResponse;
import feewright.attempt.RecordAttemptUpdate;
import feewright.attempt.SimulatedCard;
import feewright.dispute.Dispute;
import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.DisputeEvent.UndatedDetails;
import feewright.dispute.DisputeMovement;
import feewright.dispute.DisputeState;
import feewright.dispute.Disputes.DisputeFilter;
import feewright.dispute.FraudWarnings.WarningFilter;
import feewright.fixture.Collecting;
import feewright.fixture.Disputing;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Office;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.payment.ManagePaymentMethods;
import feewright.payment.PaymentMethod;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.processor.EventMeaning;
import feewright.processor.ReadEvents;
import feewright.processor.SimulateProcessorEvent;
import feewright.processor.SimulatedDisputes;
import feewright.processor.SimulatedEventBody;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cards do that dispute what they paid, day by day (requirement A6). */
class SimulatedDisputesTest {

    private static final Instant NOW = Office.NOW;

    private final Office office = Office.open(MemoryPorts.empty(), DisputeRules.inForce());
    private final Disputing disputing = Disputing.open(office);

    @ParameterizedTest
    @CsvSource({
        "CARD_DISPUTED_WON, NEEDS_RESPONSE, WON, cash USD 85.00",
        "CARD_DISPUTED_LOST, NEEDS_RESPONSE, LOST, receivable USD 100.00",
        "CARD_DISPUTED_PARTLY, NEEDS_RESPONSE, LOST, receivable USD 40.00",
        "CARD_INQUIRY_ESCALATES, INQUIRY_NEEDS_RESPONSE, LOST, receivable USD 100.00"
    })
    void a_card_tells_its_story_as_the_days_go_by(
            SimulatedCard card, DisputeState first, DisputeState last, String balance) {
        paidWith(card);

        read(NOW);
        assertThat(disputes()).isEmpty();
        read(NOW.plus(Duration.ofDays(1)));
        assertThat(disputes())
                .singleElement()
                .satisfies(dispute -> assertThat(dispute.course().state()).isEqualTo(first));
        read(NOW.plus(Duration.ofDays(30)));

        assertThat(disputes())
                .singleElement()
                .satisfies(dispute -> assertThat(dispute.course().state()).isEqualTo(last));
        assertThat(TrialBalance.proven(office).byCode()).contains(balance);
    }

    @Test
    void a_warning_comes_the_next_day() {
        paidWith(SimulatedCard.CARD_FRAUD_WARNING);

        read(NOW.plus(Duration.ofDays(1)));

        assertThat(office.ports
                        .transactions()
                        .reading(
                                office.admin,
                                () -> office.ports
                                        .fraudWarnings()
                                        .page(office.firm, new WarningFilter(null, null), 10)))
                .hasSize(1);
        assertThat(disputes()).isEmpty();
    }

    @Test
    void what_lands_is_read_as_it_was_told_and_nonsense_is_nothing() {
        EventMeaning.DisputeUpdated says = new EventMeaning.DisputeUpdated(
                "d1",
                "sim_1",
                Kind.CLOSED,
                new UndatedDetails(
                        DisputeState.WON,
                        usd("40.00"),
                        null,
                        NOW,
                        List.of(new DisputeMovement("d1-taken", usd("-40.00"), usd("15.00")))));
        play().play(office.firm, new SimulateProcessorEvent.Scheduled("one", NOW), says, NOW);

        String body = office.ports
                .transactions()
                .in(
                        office.admin,
                        () -> office.ports
                                .processorEvents()
                                .body(
                                        office.firm,
                                        office.ports
                                                .processorEvents()
                                                .lockWaiting(office.firm, NOW, 1)
                                                .getFirst()
                                                .id()))
                .orElseThrow();

        assertThat(SimulatedEventBody.read(body)).isEqualTo(says);
        assertThat(SimulatedEventBody.read("")).isEqualTo(new EventMeaning.Nothing("type_unknown"));
        assertThat(SimulatedEventBody.read("dispute a b nonsense"))
                .isEqualTo(new EventMeaning.Nothing("body_unreadable"));
    }

    private Invoice paidWith(SimulatedCard card) {
        disputing
                .collecting()
                .has(new ManagePaymentMethods.Known(
                        new PaymentMethod.Reference(Collecting.PROCESSOR, "customer", card.reference()),
                        new PaymentMethod.Display("card", "visa", "4242", null, null)));
        Invoice invoice = disputing.cashier().invoiceOf("100.00");
        Charge charge = disputing.collecting().errand(NOW).charge();
        PaymentProcessor processor = new SimulatedDisputes(new Pays(), play(), firm -> NOW);
        ProcessorResponse answer = processor.charge(charge);
        processor.charge(charge);
        office.engine
                .recordAttemptUpdate()
                .record(office.firm, charge.attempt(), new RecordAttemptUpdate.Received(answer, Source.CALL, NOW), NOW);
        return invoice;
    }

    private SimulateProcessorEvent play() {
        return new SimulateProcessorEvent(
                office.ports.transactions(), office.ports.processorEvents(), office.ports.ids());
    }

    private void read(Instant now) {
        new ReadEvents(
                        office.ports.transactions(),
                        office.ports.processorEvents(),
                        office.engine.processorEventRecorder(),
                        Map.of(Collecting.PROCESSOR, SimulatedEventBody::read))
                .read(office.firm, 100, now);
    }

    private List<Dispute> disputes() {
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.disputes().page(office.firm, DisputeFilter.ANY, 10));
    }

    /** Takes every charge. */
    private record Pays() implements PaymentProcessor {

        @Override
        public String code() {
            return Collecting.PROCESSOR;
        }

        @Override
        public Collectable collectable(Money owed) {
            return new Collectable.Amount(owed);
        }

        @Override
        public ProcessorResponse charge(Charge charge) {
            return ProcessorResponse.of(new AttemptUpdate.Succeeded("sim_" + charge.attempt(), charge.amount()));
        }

        @Override
        public ProcessorResponse find(Charge charge) {
            return ProcessorResponse.of(new AttemptUpdate.NotFound());
        }

        @Override
        public SetUp setUp(FirmId firm, ClientId client, @Nullable String customer) {
            return new SetUp("customer", "secret");
        }

        @Override
        public Optional<PaymentMethod.Display> method(FirmId firm, String customer, String method) {
            return Optional.empty();
        }
    }
}
