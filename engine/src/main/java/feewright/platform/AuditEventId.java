package feewright.platform;

import java.util.UUID;

/** Identifies an audit event. A UUIDv7. */
public record AuditEventId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
