package feewright.engagement;

import feewright.platform.Id;
import java.util.UUID;

/** Identifies the frozen terms of an engagement. A UUIDv7. */
public record TermsId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
