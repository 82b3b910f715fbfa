package feewright.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.attempt.Collectable;
import feewright.attempt.CollectionCursor.StopReason;
import feewright.stripe.StripeUnits.Conversion;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StripeUnitsTest {

    @ParameterizedTest
    @CsvSource({
        "USD 0.50, 50",
        "USD 125.00, 12500",
        "USD 999999.99, 99999999",
        "EUR 1234.56, 123456",
        "GBP 0.30, 30",
        "JPY 5000, 5000",
        "KRW 99999999, 99999999",
        "KWD 1.230, 1230",
        "BHD 12.340, 12340",
        "ISK 5, 500",
        "UGX 12000, 1200000",
        "IDR 5000000.00, 500000000",
        "IDR 9999999999.99, 999999999999",
        "COP 99999999.99, 9999999999",
        "INR 9999999.99, 999999999",
        "MGA 1500.00, 1500",
        "HUF 175.00, 17500",
        "TWD 800.45, 80045"
    })
    void an_amount_is_sent_in_stripes_units_and_comes_back_the_same(String amount, long units) {
        Money money = Money.parse(amount);

        Conversion sending = StripeUnits.of(money);

        assertThat(sending).isEqualTo(new Conversion.Units(units));
        assertThat(StripeUnits.money(money.getCurrencyUnit().getCode().toLowerCase(Locale.ROOT), units))
                .contains(money);
    }

    @ParameterizedTest
    @CsvSource({
        "USD 0.49, amount_too_small",
        "GBP 0.29, amount_too_small",
        "JPY 49, amount_too_small",
        "USD 0.00, amount_too_small",
        "USD -5.00, amount_too_small",
        "USD 1000000.00, amount_too_large",
        "ISK 1000000, amount_too_large",
        "IDR 10000000000.00, amount_too_large",
        "INR 10000000.00, amount_too_large",
        "USD 92233720368547758.07, amount_too_large",
        "KWD 1.234, amount_not_whole",
        "MGA 1.50, amount_not_whole",
        "IQD 1.000, currency_unsupported",
        "LYD 1.000, currency_unsupported",
        "CLF 1.0000, currency_unsupported"
    })
    void what_stripe_cannot_take_is_refused(String amount, String code) {
        assertThat(StripeUnits.of(Money.parse(amount))).isEqualTo(new Conversion.Refused(code));
    }

    @ParameterizedTest
    @CsvSource({
        "USD 125.00, USD 125.00",
        "KWD 3.334, KWD 3.330",
        "KWD 3.339, KWD 3.330",
        "KWD 3.330, KWD 3.330",
        "BHD 0.019, BHD 0.010",
        "TND 1000.001, TND 1000.000",
        "MGA 1.50, MGA 1.00",
        "IDR 5000000.00, IDR 5000000.00",
        "UGX 12000, UGX 12000",
        "JPY 50, JPY 50"
    })
    void what_is_owed_is_collected_as_far_as_stripe_counts_A7(String owed, String most) {
        assertThat(StripeUnits.collectable(Money.parse(owed))).isEqualTo(new Collectable.Amount(Money.parse(most)));
    }

    @ParameterizedTest
    @CsvSource({
        "KWD 0.009, AMOUNT_TOO_SMALL",
        "MGA 0.80, AMOUNT_TOO_SMALL",
        "USD 0.49, AMOUNT_TOO_SMALL",
        "KRW 49, AMOUNT_TOO_SMALL",
        "USD 1000000.00, AMOUNT_TOO_LARGE",
        "KWD 100000.000, AMOUNT_TOO_LARGE",
        "IQD 1.000, CURRENCY_UNSUPPORTED",
        "LYD 1.000, CURRENCY_UNSUPPORTED"
    })
    void what_stripe_cannot_collect_is_told_apart_A7(String owed, StopReason why) {
        assertThat(StripeUnits.collectable(Money.parse(owed))).isEqualTo(new Collectable.None(why));
    }

    /** Whatever is owed in whatever currency: it can be sent, it comes back the same, and less than a step is left. */
    @ParameterizedTest
    @MethodSource("currencies")
    void every_currency_that_stripe_takes_is_sent_and_comes_back_to_the_unit_A7(String code) {
        CurrencyUnit unit = CurrencyUnit.of(code);
        Random random = new Random(code.hashCode());
        for (int turn = 0; turn < 200; turn++) {
            Money owed = Money.ofMinor(unit, 200_000 + random.nextInt(700_000));

            Money most = ((Collectable.Amount) StripeUnits.collectable(owed)).amount();

            Conversion.Units sent = (Conversion.Units) StripeUnits.of(most);
            assertThat(StripeUnits.money(code.toLowerCase(Locale.ROOT), sent.units()))
                    .contains(most);
            assertThat(owed.minus(most).getAmount())
                    .isNotNegative()
                    .isLessThan(unit.getDecimalPlaces() == 3 ? new BigDecimal("0.010") : BigDecimal.ONE);
        }
    }

    static Stream<String> currencies() {
        return StripeCurrency.byCode().keySet().stream()
                .filter(code -> CurrencyUnit.registeredCurrencies().stream()
                        .anyMatch(unit -> unit.getCode().equals(code)))
                .sorted();
    }

    @Test
    void where_iso_and_stripe_differ_in_decimals_the_table_says_so() {
        assertThat(currencies()
                        .filter(code -> CurrencyUnit.of(code).getDecimalPlaces()
                                != StripeCurrency.byCode().get(code).decimals()))
                .containsExactlyInAnyOrder("ISK", "UGX", "MGA");
        assertThat(StripeCurrency.byCode()).hasSize(139);
    }

    @Test
    void what_came_in_is_told_to_the_unit_or_not_at_all() {
        assertThat(StripeUnits.money("jpy", 5000)).contains(Money.parse("JPY 5000"));
        assertThat(StripeUnits.money("isk", 550)).isEmpty();
        assertThat(StripeUnits.money("zzz", 100)).isEmpty();
        assertThat(StripeUnits.money("iqd", 100)).isEmpty();
    }
}
