package feewright.attempt;

import feewright.invoice.InvoiceId;
import feewright.payment.PaymentMethod;
import feewright.platform.FirmId;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a processor is asked to collect. {@code known} is the processor's name of the payment, if it gave one before. */
public record Charge(
        FirmId firm,
        InvoiceId invoice,
        AttemptId attempt,
        Money amount,
        PaymentMethod.Reference method,
        Instant madeAt,
        @Nullable String known) {}
