package feewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.wiring.WhatIf;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code what-if} (requirement X4). */
@ResourceLock(Quiet.DATABASE)
class WhatIfCommandTest {

    private final TestFirm firm = TestFirm.open();

    @TempDir
    Path rules;

    private record Printed(int code, String text) {}

    @Test
    void the_same_rules_differ_in_nothing_and_a_change_is_listed_and_nothing_is_written_X4() throws SQLException {
        String engagement = Bodies.signed(firm, false);
        firm.admin().post("/v1/engagements/" + engagement + "/invoices", "{}").expect(201);
        List<String> before = EveryRow.hashed();

        Printed same = whatIf("--firm", firm.firm.toString(), "--rules", rules.toString());
        AuthorRules.anotherReason(rules);
        Printed changed = whatIf(
                "--firm=" + firm.firm,
                "--rules=" + rules,
                "--from=2026-04-01",
                "--until",
                "2026-05-01",
                "--engagement",
                engagement);
        Printed earlier = whatIf("--firm=" + firm.firm, "--rules=" + rules, "--from=2026-03-01", "--until=2026-04-01");

        assertThat(same.text())
                .contains("invoices: 1 compared, 1 same, 0 changed, 0 refused, 0 passing, 0 not rebuilt")
                .doesNotContain("INV-000001");
        assertThat(same.code()).isZero();
        assertThat(changed.text())
                .contains("INV-000001 of 2026-04-10", "changed, in force", "line 1: justified by INV-06")
                .contains("under the candidate by FEE-01 INV-06", "1 changed")
                .contains("\"FEE-01 a fee from the first is justified\" fires 0 times, under the candidate 1")
                .doesNotContain("Acme", "Person");
        assertThat(changed.code()).isEqualTo(1);
        assertThat(earlier.text()).contains("invoices: 0 compared");
        assertThat(earlier.code()).isZero();
        assertThat(EveryRow.hashed()).isEqualTo(before);
    }

    @Test
    void rules_that_do_not_load_are_listed_fault_by_fault_X4() {
        AuthorRules.nonsense(rules);

        Printed printed = whatIf("--firm", firm.firm.toString(), "--rules", rules.toString());

        assertThat(printed.text())
                .containsPattern("invoice/a-long-day-is-not-invoiced\\.drl:\\d+: ")
                .contains("nothing was compared");
        assertThat(printed.code()).isEqualTo(3);
    }

    @Test
    void a_firm_or_an_engagement_that_is_not_there_is_a_bad_argument() {
        String nobody = UUID.randomUUID().toString();

        assertThat(whatIf("--firm", nobody, "--rules", rules.toString()))
                .isEqualTo(new Printed(2, "no such firm" + System.lineSeparator()));
        assertThat(whatIf("--firm", firm.firm.toString(), "--rules", rules.toString(), "--engagement", nobody))
                .isEqualTo(new Printed(2, "no such engagement" + System.lineSeparator()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--help",
                "--firm 0199a000-0000-7000-8000-000000000001",
                "--rules here",
                "--firm x --rules here",
                "--firm 0199a000-0000-7000-8000-000000000001 --rules",
                "--firm 0199a000-0000-7000-8000-000000000001 --rules here --rules there",
                "--firm 0199a000-0000-7000-8000-000000000001 --rules here --from 2026-01-01",
                "--firm 0199a000-0000-7000-8000-000000000001 --rules here --from 2026-02-01 --until 2026-02-01",
                "--firm 0199a000-0000-7000-8000-000000000001 --rules here --from 1.1.26 --until 2026-02-01",
                "--firm 0199a000-0000-7000-8000-000000000001 --rules here --engagement x",
                "--firm 0199a000-0000-7000-8000-000000000001 --rules here --all",
                "--firm 0199a000-0000-7000-8000-000000000001 --rules here more"
            })
    void arguments_that_cannot_be_read_print_the_usage(String arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] all = ("what-if " + arguments).strip().split(" ");

        int code = WhatIf.run(all, new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("usage: what-if --firm ID --rules DIR");
    }

    private static Printed whatIf(String... arguments) {
        List<String> all = new ArrayList<>(List.of("what-if"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(BillCommandTest.settings());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = WhatIf.run(all.toArray(String[]::new), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Printed(code, out.toString(StandardCharsets.UTF_8));
    }
}
