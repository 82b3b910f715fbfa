package feewright.platform;

import java.util.UUID;

/** Identifies a session in which somebody of the platform may read a firm's content. A UUIDv7. */
public record BreakGlassSessionId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
