package feewright.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.firm.BillingRole;
import feewright.money.HourlyRate;
import feewright.platform.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateCardTest {

    private static final PersonId ANN = new PersonId(new UUID(0, 1));
    private static final PersonId BOB = new PersonId(new UUID(0, 2));
    private static final BillingRole PARTNER = new BillingRole("partner");

    private final RateCard card = new RateCard(List.of(
            rate(new RateScope.Default(), 100, "2026-01-01"),
            rate(new RateScope.Default(), 110, "2026-07-01"),
            rate(new RateScope.OfRole(PARTNER), 200, "2026-01-01"),
            rate(new RateScope.OfPerson(ANN), 300, "2026-03-01")));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, partner, 2026-02-28, 200",
                "1, partner, 2026-03-01, 300",
                "1, -, 2026-02-28, 100",
                "2, partner, 2026-12-31, 200",
                "2, associate, 2026-06-30, 100",
                "2, associate, 2026-07-01, 110",
                "2, -, 2026-07-01, 110",
            })
    void the_narrowest_scope_in_effect_wins_and_in_it_the_latest(
            int person, @Nullable String role, LocalDate day, int expected) {
        BillingRole held = role == null ? null : new BillingRole(role);

        Rate rate = card.rateFor(person == 1 ? ANN : BOB, held, day).orElseThrow();

        assertThat(rate.price().perHour()).isEqualTo(Money.of(CurrencyUnit.USD, expected));
    }

    @Test
    void before_the_first_rate_there_is_none() {
        assertThat(card.rateFor(BOB, null, LocalDate.of(2025, 12, 31))).isEmpty();
    }

    private static Rate rate(RateScope scope, int perHour, String from) {
        return new Rate(scope, new HourlyRate(Money.of(CurrencyUnit.USD, perHour)), LocalDate.parse(from));
    }
}
