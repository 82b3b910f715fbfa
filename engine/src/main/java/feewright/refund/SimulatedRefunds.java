package feewright.refund;

import feewright.attempt.AttemptId;
import feewright.platform.FirmId;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/** Port: the refunds in the books of the simulated processor, which like a real one's know nothing of ours. */
public interface SimulatedRefunds {

    /** A refund, under the key that it was asked for by, of the payment of a key. */
    record SimulatedRefund(RefundId key, AttemptId payment, Money amount, Instant madeAt) {

        String reference() {
            return "simre_" + key;
        }
    }

    /** Keeps a refund; nothing happens where there is one under its key. */
    void keep(FirmId firm, SimulatedRefund refund);

    /** Those of a payment, by key. */
    List<SimulatedRefund> of(FirmId firm, AttemptId payment);
}
