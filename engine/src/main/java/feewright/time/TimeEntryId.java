package feewright.time;

import feewright.platform.Id;
import java.util.UUID;

/** Identifies a time entry, whatever its version. A UUIDv7. */
public record TimeEntryId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
