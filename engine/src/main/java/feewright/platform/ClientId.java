package feewright.platform;

import java.util.UUID;

/** Identifies a client: who pays. A UUIDv7. */
public record ClientId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
