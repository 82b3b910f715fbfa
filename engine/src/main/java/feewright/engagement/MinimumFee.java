package feewright.engagement;

import org.joda.money.Money;

/** The least that a period of the hourly cadence is billed at, with work or without. */
public record MinimumFee(Money fee, Proration proration) {

    /** The minimum of {@code period}: the fee, or its share by day. */
    public Money of(BillingPeriod period) {
        return proration == Proration.FULL ? fee : period.share().of(fee);
    }
}
