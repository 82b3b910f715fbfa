package feewright.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourlyRateTest {

    @ParameterizedTest
    @CsvSource({
        "USD 150.00, 60, USD 150.00",
        "USD 150.00, 90, USD 225.00",
        "USD 100.00, 1, USD 1.67",
        "USD 100.00, 20, USD 33.33",
        "USD 0.30, 1, USD 0.01",
        "JPY 10000, 7, JPY 1167",
        "KWD 45.500, 7, KWD 5.308",
    })
    void a_price_is_multiplied_first_and_rounded_once(Money perHour, int minutes, Money expected) {
        HourlyRate rate = new HourlyRate(perHour);

        Money price = rate.priceOf(minutes);

        assertThat(price).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1.005", "1e3", "+1", "'1,00'", "NaN", "'１'", "1000000000000.01", "99999999999999999999", "''", "' 1'"})
    void an_amount_that_is_not_plain_and_bounded_is_not_read_W3(String text) {
        assertThat(Amounts.read(CurrencyUnit.USD, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, USD 1.00", "1.5, USD 1.50", "-2.50, USD -2.50", "1000000000000.00, USD 1000000000000.00"})
    void a_plain_amount_is_read_as_it_is_written(String text, Money expected) {
        assertThat(Amounts.read(CurrencyUnit.USD, text)).contains(expected);
    }
}
