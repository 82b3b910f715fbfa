package feewright.engagement;

import feewright.money.HourlyRate;
import org.jspecify.annotations.Nullable;

/**
 * Minutes of hourly work that the fee of a package period covers, as billed after the increment. Up to {@code rolloverMinutes}
 * that a period leaves unused go over to the next (0: none). {@code beyond} is the flat rate of the hours of these terms; null:
 * their rate card.
 */
public record Included(
        int minutes, int rolloverMinutes, @Nullable HourlyRate beyond) {

    /** The most minutes of a period: ten thousand hours. */
    public static final int MOST_MINUTES = 600_000;

    public Included {
        if (minutes < 1 || minutes > MOST_MINUTES || rolloverMinutes < 0 || rolloverMinutes > MOST_MINUTES) {
            throw new IllegalArgumentException("minutes out of range");
        }
    }

    /** The minutes that {@code period} includes by itself: all, or its share by day, as the fee. */
    long granted(BillingPeriod period, Proration proration) {
        return proration == Proration.FULL ? minutes : period.share().of(minutes);
    }
}
