package feewright.ledger;

import feewright.platform.Id;
import java.util.UUID;

/** Names a grant of credit to a client. The account that it fills has the same id. */
public record GrantId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
