package feewright.stripe;

import feewright.attempt.Collectable;
import feewright.attempt.CollectionCursor.StopReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts as Stripe counts them: whole numbers of a unit that is not always ISO's minor unit. */
final class StripeUnits {

    private StripeUnits() {}

    /** An amount that can be sent, or the code of why it cannot. */
    sealed interface Conversion {

        record Units(long units) implements Conversion {}

        record Refused(String code) implements Conversion {}
    }

    /** As much of an amount as Stripe can charge: what is finer than its unit is left. */
    static Collectable collectable(Money owed) {
        Optional<StripeCurrency> currency = StripeCurrency.of(owed.getCurrencyUnit());
        if (currency.isEmpty()) {
            return new Collectable.None(StopReason.CURRENCY_UNSUPPORTED);
        }
        StripeCurrency of = currency.get();
        BigDecimal step = BigDecimal.valueOf(of.step());
        BigDecimal units = owed.getAmount()
                .movePointRight(of.decimals())
                .divide(step, 0, RoundingMode.DOWN)
                .multiply(step);
        if (units.compareTo(BigDecimal.valueOf(of.most())) > 0) {
            return new Collectable.None(StopReason.AMOUNT_TOO_LARGE);
        }
        return units.compareTo(BigDecimal.valueOf(of.least())) < 0
                ? new Collectable.None(StopReason.AMOUNT_TOO_SMALL)
                : new Collectable.Amount(Money.of(
                        owed.getCurrencyUnit(),
                        units.movePointLeft(of.decimals()).stripTrailingZeros()));
    }

    /** What can be charged. */
    static Conversion of(Money amount) {
        Conversion exactly = exactly(amount);
        return exactly instanceof Conversion.Units(long units)
                        && StripeCurrency.of(amount.getCurrencyUnit())
                                .filter(currency -> units < currency.least())
                                .isPresent()
                ? new Conversion.Refused("amount_too_small")
                : exactly;
    }

    /** What can be given back: there is no least amount. */
    static Conversion exactly(Money amount) {
        return StripeCurrency.of(amount.getCurrencyUnit())
                .map(currency -> exactly(amount, currency))
                .orElseGet(() -> new Conversion.Refused("currency_unsupported"));
    }

    private static Conversion exactly(Money amount, StripeCurrency currency) {
        BigDecimal exact =
                amount.getAmount().movePointRight(currency.decimals()).stripTrailingZeros();
        if (exact.scale() > 0) {
            return new Conversion.Refused("amount_not_whole");
        }
        if (exact.compareTo(BigDecimal.valueOf(currency.most())) > 0) {
            return new Conversion.Refused("amount_too_large");
        }
        if (exact.signum() <= 0) {
            return new Conversion.Refused("amount_too_small");
        }
        long units = exact.longValueExact();
        return units % currency.step() == 0 ? new Conversion.Units(units) : new Conversion.Refused("amount_not_whole");
    }

    /** What so many units are; empty where the currency is unknown or the number cannot be of it. */
    static Optional<Money> money(String currency, long units) {
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(unit -> unit.getCode().equalsIgnoreCase(currency))
                .findFirst()
                .flatMap(unit -> money(unit, units));
    }

    private static Optional<Money> money(CurrencyUnit unit, long units) {
        return StripeCurrency.of(unit)
                .map(currency -> BigDecimal.valueOf(units, currency.decimals()).stripTrailingZeros())
                .filter(amount -> amount.scale() <= unit.getDecimalPlaces())
                .map(amount -> Money.of(unit, amount));
    }
}
