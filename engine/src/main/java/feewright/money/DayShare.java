package feewright.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * The part of an amount that falls on the days {@code [fromDay, toDay)} of a whole of {@code days} days.
 * Each cut is rounded half up from the start of the whole, so any tiling of the days adds back to the amount.
 */
public record DayShare(int fromDay, int toDay, int days) {

    public DayShare {
        if (fromDay < 0 || toDay < fromDay || days < toDay || days == 0) {
            throw new IllegalArgumentException("not a share of days: [%d, %d) of %d".formatted(fromDay, toDay, days));
        }
    }

    /** Days in the share. */
    public int length() {
        return toDay - fromDay;
    }

    /** Whether the share is all of the whole. */
    public boolean isWhole() {
        return length() == days;
    }

    /** The share of {@code whole}, in the currency and minor units of {@code whole}. */
    public Money of(Money whole) {
        return cut(whole, toDay).minus(cut(whole, fromDay));
    }

    /** The share of a count, in whole units. */
    public long of(long whole) {
        return cut(whole, toDay) - cut(whole, fromDay);
    }

    private long cut(long whole, int day) {
        return (2 * whole * day + days) / (2L * days);
    }

    private Money cut(Money whole, int day) {
        BigDecimal exact = whole.getAmount().multiply(BigDecimal.valueOf(day));
        return Money.of(
                whole.getCurrencyUnit(),
                exact.divide(
                        BigDecimal.valueOf(days), whole.getCurrencyUnit().getDecimalPlaces(), RoundingMode.HALF_UP));
    }
}
