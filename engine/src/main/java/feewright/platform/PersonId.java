package feewright.platform;

import java.util.UUID;

/** Identifies a person who works at, or signs in to, a firm. A UUIDv7. */
public record PersonId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
