package feewright.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide for rule authors shows is what loads. */
class RuleAuthorsGuideTest {

    private static final String FACTS = """
        facts:
          partner: {is: ActorFact, person: pat, roles: [firm-admin], admin: true, masterAdmin: false}
          late time: {like: time, entry: t9, workedOn: 2026-03-31}
        cases:
          an invoice by a partner: [partner, invoice, engagement, hourly line, charged, time]
        """;

    @TempDir
    Path directory;

    @Test
    void its_examples_are_those_that_are_tested_here() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "rule-authors.md"));

        assertThat(guide).contains(WeekendRule.DRL, WeekendRule.SCENARIOS, FACTS);
    }

    @Test
    void its_examples_load() {
        WeekendRule.writeTo(directory);
        WeekendRule.write(directory, "invoice/facts.yaml", FACTS);
        WeekendRule.write(
                directory,
                "invoice/" + WeekendRule.STEM + ".yaml",
                WeekendRule.SCENARIOS.replace("given: an hourly invoice", "given: an invoice by a partner"));
        StringBuilder out = new StringBuilder();

        int exit = CheckRules.check(directory, out);

        assertThat(out).contains("1 own");
        assertThat(exit).isZero();
    }
}
