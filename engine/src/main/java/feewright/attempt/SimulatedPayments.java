package feewright.attempt;

import feewright.invoice.InvoiceId;
import feewright.platform.FirmId;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/** Port: the books of the simulated processor, which like a real one's know nothing of ours. */
public interface SimulatedPayments {

    /** A payment, under the key that it was asked for by; {@code card} by its name. */
    record Payment(AttemptId key, InvoiceId invoice, String card, Money amount, Instant madeAt) {

        String reference() {
            return "sim_" + key;
        }
    }

    /** Keeps a payment where there is none under its key, and tells whether there was none. */
    boolean keep(FirmId firm, Payment payment);

    Optional<Payment> find(FirmId firm, AttemptId key);

    /** How many payments were asked for at an invoice before this one. */
    int earlier(FirmId firm, Payment payment);

    /** Counts one more call of a key, and tells the how-manieth it is. */
    int called(FirmId firm, AttemptId key);
}
