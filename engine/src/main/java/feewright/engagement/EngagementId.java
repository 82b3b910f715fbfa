package feewright.engagement;

import feewright.firm.Id;
import java.util.UUID;

/** Identifies an engagement: the signed agreement. A UUIDv7. */
public record EngagementId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
