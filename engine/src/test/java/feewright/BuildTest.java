package feewright;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildTest {

    @Test
    void the_tests_run_on_the_release_that_the_code_is_written_for() {
        assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(25);
    }
}
