package feewright.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.webhook.Dispatch;
import feewright.webhook.EventType;
import feewright.webhook.OutgoingEvent;
import feewright.webhook.OutgoingEventId;
import feewright.webhook.WebhookEndpoint;
import feewright.webhook.WebhookEndpointId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A receiver that is slow or dead holds up itself, and a firm of such receivers holds up no other firm. */
class SendLimitsTest {

    private static final FirmId FIRM = new FirmId(new UUID(1, 1));
    private static final FirmId OTHER = new FirmId(new UUID(1, 2));
    private static final List<WebhookEndpointId> SUBSCRIPTIONS =
            List.of(subscription(1), subscription(2), subscription(3));

    private final SendLimits room = new SendLimits(16);

    @Test
    void a_subscription_gets_a_quarter_and_a_firm_a_half() {
        assertThat(room.divide(FIRM, List.of(subscription(1)))).containsEntry(subscription(1), 4);
        assertThat(room.divide(FIRM, SUBSCRIPTIONS).values()).allMatch(share -> share == 2 || share == 3);
        assertThat(room.divide(FIRM, SUBSCRIPTIONS).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(8);
    }

    @Test
    void a_dead_subscription_leaves_room_for_the_others() {
        enter(FIRM, subscription(1), 4);

        assertThat(room.divide(FIRM, SUBSCRIPTIONS))
                .doesNotContainKey(subscription(1))
                .containsEntry(subscription(2), 2)
                .containsEntry(subscription(3), 2);
    }

    @Test
    void a_firm_of_dead_subscriptions_leaves_room_for_other_firms() {
        enter(FIRM, subscription(1), 4);
        enter(FIRM, subscription(2), 4);

        assertThat(room.divide(FIRM, SUBSCRIPTIONS)).isEmpty();
        assertThat(room.divide(OTHER, List.of(subscription(9)))).containsEntry(subscription(9), 4);
    }

    @Test
    void what_leaves_makes_room() {
        enter(FIRM, subscription(1), 4);

        room.leave(dispatch(FIRM, subscription(1)));

        assertThat(room.divide(FIRM, List.of(subscription(1)))).containsEntry(subscription(1), 1);
    }

    @Test
    void even_a_single_worker_is_room_for_everybody_in_turn() {
        assertThat(new SendLimits(1).divide(FIRM, SUBSCRIPTIONS)).hasSize(1);
    }

    private void enter(FirmId firm, WebhookEndpointId to, int times) {
        for (int i = 0; i < times; i++) {
            room.enter(dispatch(firm, to));
        }
    }

    private static WebhookEndpointId subscription(int number) {
        return new WebhookEndpointId(new UUID(2, number));
    }

    private static Dispatch dispatch(FirmId firm, WebhookEndpointId to) {
        WebhookEndpoint subscription = new WebhookEndpoint(
                to,
                firm,
                Set.of(),
                new WebhookEndpoint.Created(new PersonId(new UUID(3, 3)), Instant.EPOCH),
                List.of(Instant.EPOCH),
                null);
        OutgoingEvent event = new OutgoingEvent(
                new OutgoingEventId(new UUID(4, 4)),
                firm,
                EventType.PING,
                new OutgoingEvent.About("webhook_endpoint", to.value(), null, List.of()),
                null,
                false,
                Instant.EPOCH);
        return new Dispatch(subscription, event, null);
    }
}
