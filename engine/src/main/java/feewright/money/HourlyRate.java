package feewright.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A price for sixty minutes of work. Never negative. */
public record HourlyRate(Money perHour) {

    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    public HourlyRate {
        if (perHour.isNegative()) {
            throw new IllegalArgumentException("a rate is not negative");
        }
    }

    public CurrencyUnit currency() {
        return perHour.getCurrencyUnit();
    }

    /** The price of {@code minutes}: multiplied first, rounded once, half up, to the currency's minor unit. */
    public Money priceOf(long minutes) {
        BigDecimal exact = perHour.getAmount().multiply(BigDecimal.valueOf(minutes));
        return Money.of(
                currency(), exact.divide(MINUTES_PER_HOUR, currency().getDecimalPlaces(), RoundingMode.HALF_UP));
    }
}
