package feewright.attempt;

import feewright.payment.PaymentMethod;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Port: who moves the money. Called outside any transaction, and by many threads at once. What goes wrong on the way is an answer
 * ({@link AttemptUpdate.Unknown}, {@link AttemptUpdate.NotSent}), never an exception; {@link #setUp} and {@link #method} throw
 * {@link ProcessorUnavailable} instead.
 */
public interface PaymentProcessor {

    /** The code under which payment methods name it: {@code stripe}, {@code simulated}. */
    String code();

    /** What it can collect of an amount, as it counts. Calls nobody. */
    Collectable collectable(Money owed);

    /** Charges off-session, under the attempt's id as the idempotency key: repeated within its memory, it charges once. */
    ProcessorResponse charge(Charge charge);

    /** How the payment of an attempt stands now, without charging: {@link AttemptUpdate.NotFound} where there is none. */
    ProcessorResponse find(Charge charge);

    /**
     * Prepares to take a payment method of a client, who enters it at the processor. {@code customer} is the processor's customer
     * of this client; null to make one.
     */
    SetUp setUp(FirmId firm, ClientId client, @Nullable String customer);

    /** What a processor's customer and method look like; empty where the firm's account has no such method of that customer. */
    Optional<PaymentMethod.Display> method(FirmId firm, String customer, String method);

    /** The processor's customer, and the secret with which the client's browser goes on. The secret is content. */
    record SetUp(String customer, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "SetUp[" + customer + "]";
        }
    }

    /** The processor could not be asked; the code says how, and is no content. */
    final class ProcessorUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1;

        public ProcessorUnavailable(String code) {
            super(code);
        }
    }
}
