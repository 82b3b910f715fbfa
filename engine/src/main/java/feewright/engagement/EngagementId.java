package feewright.engagement;

import feewright.platform.Id;
import java.util.UUID;

/** Identifies an engagement: the signed agreement. A UUIDv7. */
public record EngagementId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
