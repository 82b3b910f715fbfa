package feewright.webhook;

import feewright.platform.FirmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the webhook subscriptions of firms. Their addresses are with the contents. */
public interface WebhookEndpoints {

    void add(WebhookEndpoint subscription);

    /** Keeps that a subscription has a further secret. Fails with ConcurrentChange where it has this number already. */
    void rotate(WebhookEndpoint subscription, int number, Instant at);

    /** Ends a subscription; nothing happens where it ended before. */
    void end(FirmId firm, WebhookEndpointId subscription, WebhookEndpoint.End end);

    /** Those that did not end, in the order of their ids. */
    List<WebhookEndpoint> active(FirmId firm);

    Optional<WebhookEndpoint> find(FirmId firm, WebhookEndpointId subscription);

    /** By id descending (newest first), ended ones as well. */
    List<WebhookEndpoint> page(FirmId firm, @Nullable UUID before, int limit);
}
