package feewright.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncrementTest {

    @ParameterizedTest
    @CsvSource({
        "6, UP, 1, 6",
        "6, UP, 6, 6",
        "6, UP, 7, 12",
        "15, NEAREST, 7, 0",
        "15, NEAREST, 8, 15",
        "30, NEAREST, 15, 30",
        "15, DOWN, 29, 15",
        "1, UP, 17, 17",
        "480, UP, 481, 960",
    })
    void minutes_are_billed_in_steps(int minutes, Increment.Rounding rounding, int worked, int billed) {
        Increment increment = new Increment(minutes, rounding);

        assertThat(increment.billed(worked)).isEqualTo(billed);
    }
}
