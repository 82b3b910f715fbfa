package feewright.run;

import feewright.platform.Id;
import java.util.UUID;

/** Identifies a billing run. A UUIDv7. */
public record RunId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
