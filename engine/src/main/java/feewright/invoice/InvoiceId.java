package feewright.invoice;

import feewright.platform.Id;
import java.util.UUID;

/** Identifies an invoice. A UUIDv7. */
public record InvoiceId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
