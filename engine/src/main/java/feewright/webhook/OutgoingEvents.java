package feewright.webhook;

import feewright.platform.FirmId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the events that were announced. Append-only. */
public interface OutgoingEvents {

    /** Keeps events, all of one firm, with a delivery that is due at once for each subscription that is to be told. */
    void announce(FirmId firm, List<Publication> announcements);

    Optional<OutgoingEvent> find(FirmId firm, OutgoingEventId event);

    /** Those of the ids that the firm has, in no order. */
    List<OutgoingEvent> some(FirmId firm, Collection<OutgoingEventId> events);

    /** By id descending (newest first). */
    List<OutgoingEvent> page(FirmId firm, EventFilter filter, int limit);

    /** An event, and who is to be told. */
    record Publication(OutgoingEvent event, List<WebhookEndpointId> to) {

        public Publication {
            to = List.copyOf(to);
        }
    }

    /** What to look for; null means any. With a state or a subscription: what has such a delivery. */
    record EventFilter(
            @Nullable UUID before,
            @Nullable EventType type,
            Delivery.@Nullable Status phase,
            @Nullable WebhookEndpointId to) {}
}
