package feewright.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.AuthorRules;
import feewright.api.fixture.Bodies;
import feewright.api.fixture.Called;
import feewright.api.fixture.EveryRow;
import feewright.api.fixture.Quiet;
import feewright.api.fixture.TestFirm;
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
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code what-if} (requirement X4). */
@ResourceLock(Quiet.DATABASE)
class WhatIfCommandTest {

    private final TestFirm firm = TestFirm.open();

    @TempDir
    Path rules;

    @Test
    void the_same_rules_differ_in_nothing_and_a_change_is_listed_and_nothing_is_written_X4() throws SQLException {
        String engagement = Bodies.signed(firm, false);
        firm.admin().post("/v1/engagements/" + engagement + "/invoices", "{}").expect(201);
        List<String> before = EveryRow.hashed();

        Called same = whatIf("--firm", firm.firm.toString(), "--rules", rules.toString());
        AuthorRules.anotherReason(rules);
        Called changed = whatIf(
                "--firm=" + firm.firm,
                "--rules=" + rules,
                "--from=2026-04-01",
                "--until",
                "2026-05-01",
                "--engagement",
                engagement);
        Called earlier = whatIf("--firm=" + firm.firm, "--rules=" + rules, "--from=2026-03-01", "--until=2026-04-01");

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

        Called printed = whatIf("--firm", firm.firm.toString(), "--rules", rules.toString());

        assertThat(printed.text())
                .containsPattern("invoice/a-long-day-is-not-invoiced\\.drl:\\d+: ")
                .contains("nothing was compared");
        assertThat(printed.code()).isEqualTo(3);
    }

    @Test
    void a_firm_or_an_engagement_that_is_not_there_is_a_bad_argument() {
        String nobody = UUID.randomUUID().toString();

        assertThat(whatIf("--firm", nobody, "--rules", rules.toString()))
                .isEqualTo(new Called(2, "no such firm" + System.lineSeparator(), ""));
        assertThat(whatIf("--firm", firm.firm.toString(), "--rules", rules.toString(), "--engagement", nobody))
                .isEqualTo(new Called(2, "no such engagement" + System.lineSeparator(), ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        --firm FIRM | missing required option: '--rules=DIRECTORY'
        --rules here | missing required option: '--firm=ID'
        --firm x --rules here | invalid value for option '--firm': 'x' is no id
        --firm FIRM --rules | missing required parameter for option '--rules' (DIRECTORY)
        --firm FIRM --rules here --rules there | option '--rules' (DIRECTORY) should be specified only once
        --firm FIRM --rules here --from 2026-01-01 | missing required argument(s): --until=DAY
        --firm FIRM --rules here --from 2026-02-01 --until 2026-02-01 | --until is the day after the last
        --firm FIRM --rules here --from 1.1.26 --until 2026-02-01 | invalid value for option '--from': '1.1.26'
        --firm FIRM --rules here --engagement x | invalid value for option '--engagement': 'x' is no id
        --firm FIRM --rules here --all | unknown option --all
        --firm FIRM --rules here more | unexpected argument more
        """)
    void arguments_that_cannot_be_read_are_told_before_anything_starts(String arguments, String why) {
        Called called = Called.with(
                ("what-if " + arguments.replace("FIRM", UUID.randomUUID().toString())).split(" "));

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors())
                .startsWith("feewright what-if: " + why)
                .endsWith("Try 'feewright what-if --help'." + System.lineSeparator())
                .hasLineCount(2);
    }

    private static Called whatIf(String... arguments) {
        List<String> all = new ArrayList<>(List.of("what-if"));
        all.addAll(Arrays.asList(arguments));
        return Called.besideServer(all.toArray(String[]::new));
    }
}
