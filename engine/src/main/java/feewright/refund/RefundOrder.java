package feewright.refund;

import feewright.attempt.AttemptId;
import feewright.platform.FirmId;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a processor is asked to give back. {@code known} is its name of the refund, if it gave one before. */
public record RefundOrder(
        RefundId refund,
        Amount of,
        Instant madeAt,
        @Nullable String known) {

    /** How much of which payment, by the processor's name of it. */
    public record Amount(Payment payment, AttemptId attempt, Money amount) {}

    /** A payment at a processor, by their names. */
    public record Payment(FirmId firm, String processor, String reference) {}
}
