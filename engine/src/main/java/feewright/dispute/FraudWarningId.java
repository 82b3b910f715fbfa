package feewright.dispute;

import feewright.platform.Id;
import java.util.UUID;

/** Names a fraud warning. A UUIDv7. */
public record FraudWarningId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
