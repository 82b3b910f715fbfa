package feewright.api.invoice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How an invoice stands, and since which day in the books it is paid; null where it is not. */
public record InvoiceStatus(
        PaymentStatusView settlement, @Nullable LocalDate paidOn) {}
