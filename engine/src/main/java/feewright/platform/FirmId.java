package feewright.platform;

import java.util.UUID;

/** Identifies a firm: the tenant and the only hard boundary. A UUIDv7. */
public record FirmId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
