package feewright.api.webhook;

import feewright.platform.CustomerText;
import feewright.webhook.EventType;
import feewright.webhook.WebhookEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription. Without {@code events}, it is told of all. {@code secret} is in the answers only that made it. {@code url} is absent
 * where it was purged.
 */
record WebhookEndpointView(
        UUID id,
        @Nullable String url,
        @Nullable List<String> events,
        UUID createdBy,
        Instant createdAt,
        int secretVersion,
        Instant secretCreatedAt,
        @Nullable String secret,
        @Nullable String endReasonCode,
        @Nullable Instant endedAt) {

    static WebhookEndpointView of(WebhookEndpoint subscription, @Nullable CustomerText url) {
        WebhookEndpoint.End end = subscription.end();
        return new WebhookEndpointView(
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

    WebhookEndpointView with(SigningSecret made) {
        return new WebhookEndpointView(
                id,
                url,
                events,
                createdBy,
                createdAt,
                secretVersion,
                secretCreatedAt,
                made.text(),
                endReasonCode,
                endedAt);
    }
}
