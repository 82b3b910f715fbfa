package feewright.webhook;

import feewright.platform.Actor;
import feewright.platform.Ids;
import feewright.platform.Transactions;
import feewright.webhook.OutgoingEvents.Publication;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Use case: sends an event once more because a person asks, or an event that tells of nothing, to try a receiver. */
public record ResendEvent(
        Transactions transactions,
        WebhookEndpoints subscriptions,
        OutgoingEvents events,
        Deliveries deliveries,
        LiveMode live,
        Ids ids) {

    /** What came of it. */
    public sealed interface Outcome {

        record Queued(OutgoingEvent event) implements Outcome {}

        /** The subscription ended: nothing is sent there. */
        record Ended() implements Outcome {}

        /** The firm has no such subscription, or never was to tell it of such an event. */
        record NotFound() implements Outcome {}
    }

    /** Tries a receiver with an event of its own. */
    public Outcome ping(Actor actor, WebhookEndpointId to, Instant now) {
        return transactions.in(
                actor,
                () -> found(actor, to).orElseGet(() -> {
                    OutgoingEvent ping = new OutgoingEvent(
                            new OutgoingEventId(ids.next()),
                            actor.firm(),
                            EventType.PING,
                            new OutgoingEvent.About("webhook_endpoint", to.value(), null, List.of()),
                            null,
                            live.of(actor.firm()),
                            now);
                    events.announce(actor.firm(), List.of(new Publication(ping, List.of(to))));
                    return new Outcome.Queued(ping);
                }));
    }

    /** Sends an event once more, with all retries ahead. One that is being sent at this moment is not sent beside itself. */
    public Outcome again(Actor actor, OutgoingEventId event, WebhookEndpointId to) {
        return transactions.in(
                actor,
                () -> found(actor, to).orElseGet(() -> {
                    Optional<Delivery> delivery = deliveries.lock(actor.firm(), event, to);
                    if (delivery.isEmpty()) {
                        return new Outcome.NotFound();
                    }
                    deliveries.move(actor.firm(), List.of(delivery.get().again()));
                    return new Outcome.Queued(events.find(actor.firm(), event).orElseThrow());
                }));
    }

    /** Why nothing can be sent there; empty where it can. */
    private Optional<Outcome> found(Actor actor, WebhookEndpointId to) {
        Optional<WebhookEndpoint> subscription = subscriptions.find(actor.firm(), to);
        if (subscription.isEmpty()) {
            return Optional.of(new Outcome.NotFound());
        }
        return subscription.get().isActive() ? Optional.empty() : Optional.of(new Outcome.Ended());
    }
}
