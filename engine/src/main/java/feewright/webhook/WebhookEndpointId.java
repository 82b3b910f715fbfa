package feewright.webhook;

import feewright.platform.Id;
import java.util.UUID;

/** Identifies a webhook subscription. A UUIDv7. */
public record WebhookEndpointId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
