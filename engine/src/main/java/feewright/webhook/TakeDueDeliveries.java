package feewright.webhook;

import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Use case: hands out the deliveries of a firm that are due. What is handed out falls due again by itself, so that nothing is lost
 * with whoever took it: it may be sent twice, and never not at all.
 */
public record TakeDueDeliveries(
        Transactions transactions,
        WebhookEndpoints subscriptions,
        OutgoingEvents events,
        Deliveries deliveries,
        CustomerTexts customerTexts) {

    /** How long whoever took a delivery has it for himself: longer than sending may take. */
    public static final Duration LEASE = Duration.ofMinutes(1);

    /** How many of each subscription's deliveries can be sent now; one that has no room is left out. */
    public interface Capacity extends Function<Collection<WebhookEndpointId>, Map<WebhookEndpointId, Integer>> {}

    /** At most as many as there is room for. */
    public List<Dispatch> take(FirmId firm, Capacity room, Instant now) {
        return transactions.in(Actor.scheduler(firm), () -> {
            Map<WebhookEndpointId, WebhookEndpoint> active = subscriptions.active(firm).stream()
                    .collect(Collectors.toMap(
                            WebhookEndpoint::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
            Map<WebhookEndpointId, Integer> most = active.isEmpty() ? Map.of() : room.apply(active.keySet());
            if (most.isEmpty()) {
                return List.of();
            }
            List<Delivery> due = deliveries.lockDue(firm, most, now);
            if (due.isEmpty()) {
                return List.of();
            }
            deliveries.move(
                    firm, due.stream().map(one -> one.taken(now.plus(LEASE))).toList());
            return dispatches(firm, due, active);
        });
    }

    private List<Dispatch> dispatches(FirmId firm, List<Delivery> due, Map<WebhookEndpointId, WebhookEndpoint> active) {
        Map<OutgoingEventId, OutgoingEvent> sent =
                events.some(firm, due.stream().map(Delivery::event).distinct().toList()).stream()
                        .collect(Collectors.toMap(OutgoingEvent::id, Function.identity()));
        Map<CustomerTextKey, CustomerText> urls = customerTexts.of(
                firm, due.stream().map(one -> one.to().value()).distinct().toList());
        return due.stream()
                .map(one -> {
                    WebhookEndpoint to = Objects.requireNonNull(active.get(one.to()));
                    return new Dispatch(to, Objects.requireNonNull(sent.get(one.event())), urls.get(to.urlKey()));
                })
                .toList();
    }
}
