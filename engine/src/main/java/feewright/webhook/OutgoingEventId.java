package feewright.webhook;

import feewright.platform.Id;
import java.util.UUID;

/** Identifies an outgoing event, and lets receivers drop what they have: the id of the audit event that it tells of. A UUIDv7. */
public record OutgoingEventId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
