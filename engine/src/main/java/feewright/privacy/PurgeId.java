package feewright.privacy;

import feewright.platform.Id;
import java.util.UUID;

/** Identifies a purge. A UUIDv7. */
public record PurgeId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
