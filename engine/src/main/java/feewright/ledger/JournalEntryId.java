package feewright.ledger;

import feewright.platform.Id;
import java.util.UUID;

/** Names a journal entry: a void, a payment, a refund, an application of credit … */
public record JournalEntryId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
