package feewright.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.stripe.StripeUnits.Sending;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "HUF 175.00, 17500",
        "TWD 800.45, 80045"
    })
    void an_amount_is_sent_in_stripes_units_and_comes_back_the_same(String amount, long units) {
        Money money = Money.parse(amount);

        Sending sending = StripeUnits.of(money);

        assertThat(sending).isEqualTo(new Sending.Units(units));
        assertThat(StripeUnits.money(money.getCurrencyUnit().getCode().toLowerCase(Locale.ROOT), units))
                .contains(money);
    }

    @ParameterizedTest
    @CsvSource({
        "USD 0.49, amount-too-small",
        "GBP 0.29, amount-too-small",
        "JPY 49, amount-too-small",
        "USD 0.00, amount-too-small",
        "USD -5.00, amount-too-small",
        "USD 1000000.00, amount-too-large",
        "ISK 1000000, amount-too-large",
        "USD 92233720368547758.07, amount-too-large",
        "KWD 1.234, amount-not-whole",
        "MGA 1.50, amount-not-whole",
        "IQD 1.000, currency-unsupported",
        "CLF 1.0000, currency-unsupported"
    })
    void what_stripe_cannot_take_is_refused(String amount, String code) {
        assertThat(StripeUnits.of(Money.parse(amount))).isEqualTo(new Sending.Refused(code));
    }

    @Test
    void what_came_in_is_told_to_the_unit_or_not_at_all() {
        assertThat(StripeUnits.money("jpy", 5000)).contains(Money.parse("JPY 5000"));
        assertThat(StripeUnits.money("isk", 550)).isEmpty();
        assertThat(StripeUnits.money("zzz", 100)).isEmpty();
        assertThat(StripeUnits.money("iqd", 100)).isEmpty();
    }
}
