package feewright.payment;

import feewright.platform.Id;
import java.util.UUID;

/** Names a payment method of a client. */
public record PaymentMethodId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
