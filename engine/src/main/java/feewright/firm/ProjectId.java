package feewright.firm;

import feewright.platform.Id;
import java.util.UUID;

/** Identifies a project of one client. A UUIDv7. */
public record ProjectId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
