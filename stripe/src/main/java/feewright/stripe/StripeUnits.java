package feewright.stripe;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Amounts as Stripe counts them: whole numbers of a unit that is not always ISO's minor unit. Source: docs.stripe.com/currencies.
 */
final class StripeUnits {

    private static final Set<String> NO_DECIMALS = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");
    private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    /** Once had two decimals; Stripe goes on counting hundredths, and takes whole ones only. */
    private static final Set<String> HUNDREDTHS_OF_WHOLES = Set.of("ISK", "UGX");

    /** The least that Stripe takes where it names it, in its units; elsewhere Stripe itself refuses what is too little. */
    private static final Map<String, Long> LEAST = Map.ofEntries(
            Map.entry("AED", 200L),
            Map.entry("AUD", 50L),
            Map.entry("BRL", 50L),
            Map.entry("CAD", 50L),
            Map.entry("CHF", 50L),
            Map.entry("CZK", 1500L),
            Map.entry("DKK", 250L),
            Map.entry("EUR", 50L),
            Map.entry("GBP", 30L),
            Map.entry("HKD", 400L),
            Map.entry("HUF", 17500L),
            Map.entry("INR", 50L),
            Map.entry("JPY", 50L),
            Map.entry("MXN", 1000L),
            Map.entry("MYR", 200L),
            Map.entry("NOK", 300L),
            Map.entry("NZD", 50L),
            Map.entry("PLN", 200L),
            Map.entry("RON", 200L),
            Map.entry("SEK", 300L),
            Map.entry("SGD", 50L),
            Map.entry("THB", 1000L),
            Map.entry("USD", 50L));

    private static final long MOST = 99_999_999;

    private StripeUnits() {}

    /** An amount that can be sent, or the code of why it cannot. */
    sealed interface Sending {

        record Units(long units) implements Sending {}

        record Refused(String code) implements Sending {}
    }

    /** What can be charged. */
    static Sending of(Money amount) {
        String currency = amount.getCurrencyUnit().getCode();
        return exactly(amount) instanceof Sending.Units(long units) && units < LEAST.getOrDefault(currency, 1L)
                ? new Sending.Refused("amount-too-small")
                : exactly(amount);
    }

    /** What can be given back: there is no least amount. */
    static Sending exactly(Money amount) {
        String currency = amount.getCurrencyUnit().getCode();
        OptionalInt decimals = decimals(amount.getCurrencyUnit());
        if (decimals.isEmpty()) {
            return new Sending.Refused("currency-unsupported");
        }
        BigDecimal exact =
                amount.getAmount().movePointRight(decimals.getAsInt()).stripTrailingZeros();
        if (exact.scale() > 0) {
            return new Sending.Refused("amount-not-whole");
        }
        if (exact.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            return new Sending.Refused("amount-too-large");
        }
        if (exact.signum() <= 0) {
            return new Sending.Refused("amount-too-small");
        }
        long units = exact.longValueExact();
        boolean odd = (decimals.getAsInt() == 3 && units % 10 != 0)
                || (HUNDREDTHS_OF_WHOLES.contains(currency) && units % 100 != 0);
        return odd ? new Sending.Refused("amount-not-whole") : new Sending.Units(units);
    }

    /** What so many units are; empty where the currency is unknown or the number cannot be of it. */
    static Optional<Money> money(String currency, long units) {
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(unit -> unit.getCode().equalsIgnoreCase(currency))
                .findFirst()
                .flatMap(unit -> money(unit, units));
    }

    private static Optional<Money> money(CurrencyUnit unit, long units) {
        OptionalInt decimals = decimals(unit);
        if (decimals.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal amount = BigDecimal.valueOf(units, decimals.getAsInt()).stripTrailingZeros();
        return amount.scale() > unit.getDecimalPlaces() ? Optional.empty() : Optional.of(Money.of(unit, amount));
    }

    /** Two, unless Stripe says otherwise. Where ISO says otherwise and Stripe says nothing, nobody knows: such are not charged. */
    private static OptionalInt decimals(CurrencyUnit unit) {
        if (NO_DECIMALS.contains(unit.getCode())) {
            return OptionalInt.of(0);
        }
        if (THREE_DECIMALS.contains(unit.getCode())) {
            return OptionalInt.of(3);
        }
        return unit.getDecimalPlaces() == 2 || HUNDREDTHS_OF_WHOLES.contains(unit.getCode())
                ? OptionalInt.of(2)
                : OptionalInt.empty();
    }
}
