package feewright.attempt;

import feewright.platform.Id;
import java.util.UUID;

/** Names a payment attempt. It is the idempotency key under which the processor is called, so that it charges once. */
public record AttemptId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
