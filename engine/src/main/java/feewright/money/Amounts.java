package feewright.money;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reading, bounding and adding amounts. The bound keeps every sum of an invoice inside a 64-bit count of minor units. */
public final class Amounts {

    /** The largest single amount, in minor units: a trillion units of a two-decimal currency. */
    public static final long LARGEST_MINOR = 100_000_000_000_000L;

    private static final int LONGEST_TEXT = 20;

    private Amounts() {}

    /** The amount that {@code text} writes, or empty: not plain decimal digits, more decimals than the currency has, or too large. */
    public static Optional<Money> read(CurrencyUnit currency, String text) {
        if (text.length() > LONGEST_TEXT || !text.matches("-?[0-9]{1,15}(\\.[0-9]{1,4})?")) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text);
        if (value.stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
            return Optional.empty();
        }
        Money amount = Money.of(currency, value.setScale(currency.getDecimalPlaces()));
        return isBounded(amount) ? Optional.of(amount) : Optional.empty();
    }

    /** The currency of a three-letter ISO 4217 code, or empty. */
    public static Optional<CurrencyUnit> currency(String code) {
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(unit -> unit.getCode().equals(code) && !unit.isPseudoCurrency())
                .findFirst();
    }

    /** Whether the amount is at most {@link #LARGEST_MINOR} either way. */
    public static boolean isBounded(Money amount) {
        return amount.getAmountMinor().abs().compareTo(BigDecimal.valueOf(LARGEST_MINOR)) <= 0;
    }

    /** The smaller one. Fails when the currencies differ. */
    public static Money least(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }

    /** The sum, zero for none. Fails when a currency differs. */
    public static Money sum(CurrencyUnit currency, Collection<Money> amounts) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }
}
