package feewright.api.webhook;

import feewright.firm.Content;
import feewright.webhook.EventType;
import feewright.webhook.WebhookSubscription;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription. Without {@code events}, it is told of all. {@code secret} is in the answers only that made it. {@code url} is absent
 * where it was purged.
 */
record WebhookSubscriptionView(
        UUID id,
        @Nullable String url,
        @Nullable List<String> events,
        UUID registeredBy,
        Instant registeredAt,
        int secretNumber,
        Instant secretSince,
        @Nullable String secret,
        @Nullable String endedBecause,
        @Nullable Instant endedAt) {

    static WebhookSubscriptionView of(WebhookSubscription subscription, @Nullable Content url) {
        WebhookSubscription.End end = subscription.end();
        return new WebhookSubscriptionView(
                subscription.id().value(),
                url == null ? null : url.text(),
                subscription.types().isEmpty()
                        ? null
                        : subscription.types().stream()
                                .map(EventType::code)
                                .sorted()
                                .toList(),
                subscription.registered().by().value(),
                subscription.registered().at(),
                subscription.secretNumber(),
                subscription.secrets().getLast(),
                null,
                end == null ? null : end.why().code(),
                end == null ? null : end.at());
    }

    WebhookSubscriptionView with(SigningSecret made) {
        return new WebhookSubscriptionView(
                id,
                url,
                events,
                registeredBy,
                registeredAt,
                secretNumber,
                secretSince,
                made.text(),
                endedBecause,
                endedAt);
    }
}
