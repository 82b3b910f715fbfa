package feewright.webhook;

import feewright.firm.Id;
import java.util.UUID;

/** Identifies a webhook subscription. A UUIDv7. */
public record SubscriptionId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
