package feewright.refund;

import feewright.platform.Id;
import java.util.UUID;

/** Names a refund, and is the key under which the processor is asked for it. */
public record RefundId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
