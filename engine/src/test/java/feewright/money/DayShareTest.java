package feewright.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayShareTest {

    @ParameterizedTest
    @CsvSource({
        "USD 1000.00, 0, 31, 31, USD 1000.00",
        "USD 1000.00, 0, 15, 31, USD 483.87",
        "USD 1000.00, 15, 31, 31, USD 516.13",
        "USD 0.01, 0, 15, 30, USD 0.01",
        "USD 0.01, 15, 30, 30, USD 0.00",
        "JPY 1000, 0, 1, 3, JPY 333",
        "JPY 1000, 1, 2, 3, JPY 334",
    })
    void a_share_is_cut_by_day_and_rounded_half_up(Money whole, int from, int to, int days, Money expected) {
        DayShare share = new DayShare(from, to, days);

        Money part = share.of(whole);

        assertThat(part).isEqualTo(expected);
    }

    @Test
    void however_a_period_is_split_its_parts_add_up_to_the_whole_C2() {
        Random random = new Random(20260101);
        for (int round = 0; round < 5_000; round++) {
            int days = 1 + random.nextInt(366);
            Money whole = Money.ofMinor(CurrencyUnit.USD, random.nextLong(10_000_000));
            List<Integer> cuts = new ArrayList<>(List.of(0, days));
            random.ints(random.nextInt(6), 0, days + 1).forEach(cuts::add);
            cuts.sort(Integer::compare);

            Money sum = Money.zero(CurrencyUnit.USD);
            for (int i = 1; i < cuts.size(); i++) {
                sum = sum.plus(new DayShare(cuts.get(i - 1), cuts.get(i), days).of(whole));
            }

            assertThat(sum).as("%s over %s", whole, cuts).isEqualTo(whole);
        }
    }
}
