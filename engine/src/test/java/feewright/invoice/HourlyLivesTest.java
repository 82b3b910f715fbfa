package feewright.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.fixture.Seed;
import org.junit.jupiter.api.Test;

/**
 * Random lives of hourly terms come to what is counted from requirement E13. For longer: {@code -Dfeewright.test.lives=20000}, and
 * another {@code -Dfeewright.test.seed}.
 */
class HourlyLivesTest {

    private static final int LIVES = Integer.getInteger("feewright.test.lives", 200);
    private static final long SEED = Seed.of(HourlyLivesTest.class, 20_260_113);

    @Test
    void whatever_happens_to_hours_they_come_to_what_was_agreed_E13() {
        for (long seed = SEED; seed < SEED + LIVES; seed++) {
            HourlyLife life = new HourlyLife(seed);
            try {
                life.lived();
            } catch (RuntimeException failed) {
                throw new AssertionError("the life of seed %d: %s".formatted(seed, life.story()), failed);
            }

            assertThat(life.owed())
                    .as("the life of seed %d: %s", seed, life.story())
                    .isEqualTo(life.counted());
            assertThat(life.isEverNegative())
                    .as("the life of seed %d: %s", seed, life.story())
                    .isFalse();
        }
    }
}
