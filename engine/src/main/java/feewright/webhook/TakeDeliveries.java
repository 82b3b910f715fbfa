package feewright.webhook;

import feewright.firm.Actor;
import feewright.firm.Content;
import feewright.firm.ContentKey;
import feewright.firm.Contents;
import feewright.firm.FirmId;
import feewright.firm.Transactions;
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
public record TakeDeliveries(
        Transactions transactions,
        WebhookSubscriptions subscriptions,
        OutgoingEvents events,
        Deliveries deliveries,
        Contents contents) {

    /** How long whoever took a delivery has it for himself: longer than sending may take. */
    public static final Duration LEASE = Duration.ofMinutes(1);

    /** How many of each subscription's deliveries can be sent now; one that has no room is left out. */
    public interface Room extends Function<Collection<SubscriptionId>, Map<SubscriptionId, Integer>> {}

    /** At most as many as there is room for. */
    public List<Dispatch> take(FirmId firm, Room room, Instant now) {
        return transactions.in(Actor.scheduler(firm), () -> {
            Map<SubscriptionId, WebhookSubscription> active = subscriptions.active(firm).stream()
                    .collect(Collectors.toMap(
                            WebhookSubscription::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
            Map<SubscriptionId, Integer> most = active.isEmpty() ? Map.of() : room.apply(active.keySet());
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

    private List<Dispatch> dispatches(
            FirmId firm, List<Delivery> due, Map<SubscriptionId, WebhookSubscription> active) {
        Map<OutgoingEventId, OutgoingEvent> sent =
                events.some(firm, due.stream().map(Delivery::event).distinct().toList()).stream()
                        .collect(Collectors.toMap(OutgoingEvent::id, Function.identity()));
        Map<ContentKey, Content> urls = contents.of(
                firm, due.stream().map(one -> one.to().value()).distinct().toList());
        return due.stream()
                .map(one -> {
                    WebhookSubscription to = Objects.requireNonNull(active.get(one.to()));
                    return new Dispatch(to, Objects.requireNonNull(sent.get(one.event())), urls.get(to.urlKey()));
                })
                .toList();
    }
}
