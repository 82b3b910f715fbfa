package feewright.webhook;

import feewright.firm.FirmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the webhook subscriptions of firms. Their addresses are with the contents. */
public interface WebhookSubscriptions {

    void add(WebhookSubscription subscription);

    /** Keeps that a subscription has a further secret. Fails with ConcurrentChange where it has this number already. */
    void rotate(WebhookSubscription subscription, int number, Instant at);

    /** Ends a subscription; nothing happens where it ended before. */
    void end(FirmId firm, SubscriptionId subscription, WebhookSubscription.End end);

    /** Those that did not end, in the order of their ids. */
    List<WebhookSubscription> active(FirmId firm);

    Optional<WebhookSubscription> find(FirmId firm, SubscriptionId subscription);

    /** By id descending (newest first), ended ones as well. */
    List<WebhookSubscription> page(FirmId firm, @Nullable UUID before, int limit);
}
