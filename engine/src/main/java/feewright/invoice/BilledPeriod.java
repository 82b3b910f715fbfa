package feewright.invoice;

import feewright.engagement.BilledDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A package period that an invoice has billed, and the end of those of its days that stand (null: none does). Days stand until their
 * invoice is void, or an ending or a pause gives them back.
 */
public record BilledPeriod(
        InvoiceId invoice,
        InvoiceLine.Packaged line,
        @Nullable LocalDate until) {

    /** The same once its days from {@code day} on are given back. */
    public BilledPeriod cutOn(LocalDate day) {
        if (until == null || !until.isAfter(day)) {
            return this;
        }
        return new BilledPeriod(invoice, line, day.isAfter(line.period().start()) ? day : null);
    }

    /** The same once its invoice is void. */
    public BilledPeriod voided() {
        return new BilledPeriod(invoice, line, null);
    }

    public BilledDays days() {
        return new BilledDays(line.period().start(), line.period().end(), until);
    }
}
