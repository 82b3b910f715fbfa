package feewright.processor;

import feewright.platform.Id;
import java.util.UUID;

/** Names an event of a processor that was taken. The processor's own name of it is another. */
public record ProcessorEventId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
