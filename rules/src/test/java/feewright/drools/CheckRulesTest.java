package feewright.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One command checks a directory of rules and says what to do (requirement X2). */
class CheckRulesTest {

    @TempDir
    Path directory;

    @Test
    void a_sound_directory_is_counted_and_named() {
        WeekendRule.writeTo(directory);
        StringBuilder out = new StringBuilder();

        int exit = CheckRules.check(directory, out);

        assertThat(exit).isZero();
        assertThat(out)
                .containsPattern("\\d+ rules \\(\\d+ core, 1 own\\), \\d+ scenarios passed\\R")
                .containsPattern("pack [0-9a-f]{64}");
    }

    @Test
    void a_faulty_directory_is_listed_fault_by_fault() {
        WeekendRule.writeTo(directory);
        WeekendRule.write(
                directory,
                "invoice/" + WeekendRule.STEM + ".drl",
                WeekendRule.DRL.replace("$charged.ref()", "System.getenv()").replace("exists", "eval(true)"));
        StringBuilder out = new StringBuilder();

        int exit = CheckRules.check(directory, out);

        assertThat(exit).isEqualTo(1);
        assertThat(out)
                .contains("invoice/" + WeekendRule.STEM + ".drl:11: word-not-allowed: take 'eval' out")
                .contains("invoice/" + WeekendRule.STEM + ".drl:13: conclusion-not-allowed: conclude only like this");
    }
}
