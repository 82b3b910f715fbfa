package feewright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.attempt.AttemptId;
import feewright.attempt.AttemptState;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.CallProcessor;
import feewright.attempt.Charge;
import feewright.attempt.Collectable;
import feewright.attempt.CollectionCursor.NextStep;
import feewright.attempt.CollectionCursor.StopReason;
import feewright.attempt.PaymentFailure;
import feewright.attempt.PaymentProcessor;
import feewright.attempt.ProcessorResponse;
import feewright.engine.Ports;
import feewright.fixture.Cashier;
import feewright.fixture.Collecting;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.invoice.Invoice;
import feewright.payment.PaymentMethod;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.StorageUnavailable;
import feewright.processor.EventMeaning;
import feewright.processor.FollowUpCall;
import feewright.processor.ProcessorEvent;
import feewright.processor.ProcessorEvent.Outcome;
import feewright.processor.ProcessorEvents;
import feewright.processor.ProcessorEvents.EventFilter;
import feewright.processor.ReadEvents;
import feewright.processor.ReceiveProcessorEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link ProcessorEvents}, and that events in any order and any number lead to one end (design §2.7). */
public abstract class ProcessorEventsContract {

    private static final Instant NOW = Office.NOW;
    private static final Money SUM = Cashier.usd("100.00");
    private static final AttemptUpdate DECLINED = new AttemptUpdate.Failed(
            "pi_1", new PaymentFailure(PaymentFailure.Category.CARD_DECLINED, false, "generic_decline", null));

    /** What each event says. */
    private static final Map<String, AttemptUpdate> SAYS = new TreeMap<>(Map.of(
            "evt_1_processing", new AttemptUpdate.Processing("pi_1"),
            "evt_2_action", new AttemptUpdate.ActionRequired("pi_1"),
            "evt_3_failed", DECLINED,
            "evt_4_processing", new AttemptUpdate.Processing("pi_1"),
            "evt_5_succeeded", new AttemptUpdate.Succeeded("pi_1", SUM)));

    private Office office;
    private Collecting collecting;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    /** Every so manieth of all orders of the events is tried; 1 tries all. */
    protected abstract int everySoManieth();

    @BeforeEach
    void openOffice() {
        office = Office.open(ports(), new PermissiveRulebook());
        collecting = Collecting.open(office);
    }

    @Test
    void an_event_is_kept_once_and_waits_until_it_is_read() {
        assertThat(taken("evt_1")).isTrue();
        assertThat(taken("evt_1")).isFalse();
        assertThat(taken("evt_2")).isTrue();
        List<ProcessorEvent> waiting = waiting();
        assertThat(waiting).extracting(event -> event.named().name()).containsExactly("evt_2", "evt_1");
        ProcessorEvent event = waiting.getLast();
        assertThat(event.latest()).isEmpty();

        office.ports.transactions().in(office.admin, () -> {
            events().read(
                            event,
                            new ProcessorEvent.Interpretation(1, Outcome.UNINTERPRETED, "type_unknown", null, NOW),
                            null);
            return null;
        });

        assertThat(waiting()).extracting(one -> one.named().name()).containsExactly("evt_2");
        assertThat(listed(Outcome.UNINTERPRETED)).extracting(ProcessorEvent::id).containsExactly(event.id());
        assertThat(listed(Outcome.APPLIED)).isEmpty();
        office.ports.transactions().in(office.admin, () -> {
            assertThat(events().body(office.firm, event.id())).contains("body of evt_1");
            events().replay(office.firm, event.id(), NOW);
            events().replay(office.firm, event.id(), NOW);
            return null;
        });
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void an_event_is_one_firms_only_T1() {
        taken("evt_1");
        Office neighbour = Office.open(office.ports, new PermissiveRulebook());
        ProcessorEvent event = waiting().getFirst();

        office.ports.transactions().in(neighbour.admin, () -> {
            assertThat(events().find(neighbour.firm, event.id())).isEmpty();
            assertThat(events().body(neighbour.firm, event.id())).isEmpty();
            assertThat(events().lockWaiting(neighbour.firm, NOW, 10)).isEmpty();
            return null;
        });
    }

    @Test
    void what_cannot_be_read_is_laid_aside_and_the_others_go_on() {
        taken("evt_1");
        taken("evt_2");
        ReadEvents broken = reader(Map.of("body of evt_2", new EventMeaning.Nothing("type_unknown")));

        broken.read(office.firm, 10, NOW);

        assertThat(waiting()).isEmpty();
        assertThat(listed(Outcome.UNINTERPRETED))
                .extracting(event -> event.latest().orElseThrow().code())
                .containsExactly("type_unknown", "defect");
    }

    @Test
    void storage_that_is_away_lays_nothing_aside_W6() {
        taken("evt_1");
        ReadEvents cutOff = reader(_ -> {
            throw new StorageUnavailable("cut off");
        });

        assertThatThrownBy(() -> cutOff.read(office.firm, 10, NOW)).isInstanceOf(StorageUnavailable.class);

        assertThat(waiting()).hasSize(1);
        assertThat(waiting().getFirst().readings()).isEmpty();
    }

    @Test
    void an_event_is_locked_by_its_id_while_it_waits() {
        taken("evt_1");
        taken("evt_2");
        ProcessorEvent later = waiting().getFirst();

        office.ports.transactions().in(office.admin, () -> {
            assertThat(events().lockWaiting(office.firm, later.id(), NOW)).contains(later);
            assertThat(events().lockWaiting(office.firm, later.id(), NOW.minusSeconds(1)))
                    .isEmpty();
            events().read(later, new ProcessorEvent.Interpretation(1, Outcome.APPLIED, null, null, NOW), null);
            assertThat(events().lockWaiting(office.firm, later.id(), NOW)).isEmpty();
            return null;
        });
    }

    @Test
    void an_event_of_an_attempt_that_the_firm_does_not_have_is_listed() {
        taken("evt_1");

        reader(Map.of(
                        "body of evt_1",
                        new EventMeaning.AttemptUpdated(
                                new AttemptId(office.ports.ids().next()), DECLINED)))
                .read(office.firm, 10, NOW);

        assertThat(listed(Outcome.ATTEMPT_NOT_FOUND)).hasSize(1);
    }

    @Test
    void events_in_every_order_and_twice_lead_to_the_same_end_A3() {
        List<List<String>> orders = orders(List.copyOf(SAYS.keySet()));
        for (int order = 0; order < orders.size(); order += everySoManieth()) {
            assertEnd(orders.get(order), new AttemptUpdate.Succeeded("pi_1", SUM), AttemptState.SUCCEEDED, "0.00");
            assertEnd(orders.get(order), DECLINED, AttemptState.FAILED, "100.00");
        }
    }

    /** Delivers events in an order, each twice; the processor says, when it is asked, how it really stands. */
    private void assertEnd(List<String> order, AttemptUpdate truth, AttemptState state, String owed) {
        Invoice invoice = collecting.cashier().invoiceOf("100.00");
        AttemptId attempt = collecting.errand(NOW).charge().attempt();
        collecting.said(attempt, new AttemptUpdate.Processing("pi_1"), NOW);
        Map<String, EventMeaning> meanings = new TreeMap<>();
        List<String> deliveries = new ArrayList<>(order);
        deliveries.addAll(order.reversed());

        for (String event : deliveries) {
            String name = event + "/" + invoice.id();
            meanings.put("body of " + name, new EventMeaning.AttemptUpdated(attempt, SAYS.get(event)));
            taken(name);
            ReadEvents reader = reader(meanings);
            CallProcessor callProcessor =
                    new CallProcessor(Map.of(Collecting.PROCESSOR, asked(truth)), office.engine.recordAttemptUpdate());
            reader.read(office.firm, 10, NOW)
                    .forEach(question -> callProcessor.run(((FollowUpCall.OfAttempt) question).errand(), () -> NOW));
        }

        assertThat(collecting.attempt(attempt).state()).as(order + " " + truth).isEqualTo(state);
        assertThat(collecting.cashier().account(invoice.id()).owed())
                .as(order + " " + truth)
                .isEqualTo(Cashier.usd(owed));
        assertThat(collecting.cashier().account(invoice.id()).received()).isEqualTo(SUM.minus(Cashier.usd(owed)));
        if (state == AttemptState.SUCCEEDED) {
            assertThat(collecting.next(invoice)).isEqualTo(new NextStep.None(StopReason.COLLECTED));
        }
    }

    private static List<List<String>> orders(List<String> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (String first : of) {
            List<String> rest = new ArrayList<>(of);
            rest.remove(first);
            for (List<String> order : orders(rest)) {
                List<String> one = new ArrayList<>(List.of(first));
                one.addAll(order);
                all.add(one);
            }
        }
        return all;
    }

    /** A processor that is only asked how something stands. */
    private static PaymentProcessor asked(AttemptUpdate truth) {
        return new PaymentProcessor() {
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
                throw new AssertionError("nothing is charged because of an event");
            }

            @Override
            public ProcessorResponse find(Charge charge) {
                return ProcessorResponse.of(truth);
            }

            @Override
            public SetUp setUp(FirmId firm, ClientId client, @Nullable String customer) {
                throw new AssertionError("no set-up");
            }

            @Override
            public Optional<PaymentMethod.Display> method(FirmId firm, String customer, String method) {
                return Optional.empty();
            }
        };
    }

    /** Reads bodies by a table; what is not in it breaks. */
    private ReadEvents reader(Map<String, EventMeaning> meanings) {
        return reader(body -> Optional.ofNullable(meanings.get(body)).orElseThrow());
    }

    private ReadEvents reader(Function<String, EventMeaning> meaning) {
        return new ReadEvents(
                office.ports.transactions(),
                events(),
                office.engine.processorEventRecorder(),
                Map.of(Collecting.PROCESSOR, meaning));
    }

    private boolean taken(String name) {
        return new ReceiveProcessorEvent(office.ports.transactions(), events(), office.ports.ids())
                .take(
                        office.firm,
                        new ProcessorEvent.Named(Collecting.PROCESSOR, name, "payment", "pi_1", NOW),
                        "body of " + name,
                        NOW);
    }

    private List<ProcessorEvent> waiting() {
        return page(new EventFilter(null, null, true));
    }

    private List<ProcessorEvent> listed(Outcome outcome) {
        return page(new EventFilter(null, outcome, false));
    }

    private List<ProcessorEvent> page(EventFilter filter) {
        return office.ports.transactions().reading(office.admin, () -> events().page(office.firm, filter, 10));
    }

    private ProcessorEvents events() {
        return office.ports.processorEvents();
    }
}
