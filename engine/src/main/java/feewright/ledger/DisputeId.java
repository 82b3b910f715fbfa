package feewright.ledger;

import feewright.platform.Id;
import java.util.UUID;

/** Names a dispute of a payment. Entries of the journal name the dispute that made them. */
public record DisputeId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
