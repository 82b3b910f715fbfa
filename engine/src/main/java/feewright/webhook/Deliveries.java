package feewright.webhook;

import feewright.platform.FirmId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: where deliveries stand, and what was tried. Locked ones are passed over by whoever takes what is due. */
public interface Deliveries {

    /** Locks what is due by an instant and nobody else has locked, of each subscription at most so many, the longest due first. */
    List<Delivery> lockDue(FirmId firm, Map<WebhookEndpointId, Integer> most, Instant now);

    /** Locks the delivery of an event to a subscription, waiting for whoever has it. */
    Optional<Delivery> lock(FirmId firm, OutgoingEventId event, WebhookEndpointId to);

    /** Moves locked deliveries on. */
    void move(FirmId firm, List<Delivery> deliveries);

    /** Keeps a try of a locked delivery. */
    void tried(FirmId firm, Delivery delivery, DeliveryAttempt made);

    /** Stops everything that goes on of a subscription. */
    void stop(FirmId firm, WebhookEndpointId to);

    /** The deliveries of an event with their tries, oldest first, in the order of the subscriptions' ids. */
    List<WithAttempts> of(FirmId firm, OutgoingEventId event);

    /** A delivery and what was tried. */
    record WithAttempts(Delivery delivery, List<DeliveryAttempt> tries) {

        public WithAttempts {
            tries = List.copyOf(tries);
        }
    }
}
