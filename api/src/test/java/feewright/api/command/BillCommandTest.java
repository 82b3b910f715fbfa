package feewright.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Called;
import feewright.api.fixture.Runs;
import feewright.api.fixture.TestFirm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code bill} (requirement P5). It goes by the real time, so each test names the day. */
class BillCommandTest {

    private final TestFirm firm = TestFirm.open();

    @Test
    void it_bills_a_firm_and_prints_the_result() {
        Runs.automatic(firm);

        Called printed = bill("--firm", firm.firm.toString(), "--as-of", "2026-03-05");

        assertThat(printed.text()).contains("issued: 2", "amount: 2000.00 USD").doesNotContain("Acme");
        assertThat(printed.code()).isZero();
        assertThat(invoices()).isEqualTo(2);
    }

    @Test
    void a_dry_run_lists_and_writes_nothing() {
        Runs.automatic(firm);

        Called printed = bill("--firm", firm.firm.toString(), "--as-of", "2026-03-05", "--dry-run");

        assertThat(printed.text()).contains("(dry)", "would issue: 2", "amount: 2000.00 USD");
        assertThat(printed.code()).isZero();
        assertThat(invoices()).isZero();
    }

    @Test
    void an_option_may_be_written_with_an_equals_sign() {
        Runs.automatic(firm);

        Called dry = bill("--firm=" + firm.firm, "--as-of=2026-03-05", "--dry-run=true");
        Called wet = bill("--firm=" + firm.firm, "--as-of=2026-02-05", "--dry-run=false");

        assertThat(dry.text()).contains("would issue: 2");
        assertThat(wet.text()).contains("issued: 1");
        assertThat(invoices()).isEqualTo(1);
    }

    @Test
    void what_was_set_aside_is_listed_with_its_reason_and_shows_in_the_exit_code() {
        String held = Runs.automatic(firm, "leave_to_person");

        Called printed = bill("--firm", firm.firm.toString(), "--engagement", held, "--as-of", "2026-03-05");

        assertThat(printed.text())
                .contains("needs review: 1", "because of missed_periods: 1", "billing failure: " + held);
        assertThat(printed.code()).isEqualTo(1);
    }

    @Test
    void without_an_unfinished_run_there_is_nothing_to_resume() {
        Called printed = bill("--firm", firm.firm.toString(), "--resume");

        assertThat(printed.text()).contains("0 unfinished runs");
        assertThat(printed.code()).isZero();
    }

    @Test
    void a_firm_an_engagement_or_a_day_that_cannot_be_billed_is_a_bad_argument() {
        String id = firm.firm.toString();

        assertThat(bill("--firm", UUID.randomUUID().toString()).code()).isEqualTo(2);
        assertThat(bill("--firm", id, "--engagement", UUID.randomUUID().toString())
                        .code())
                .isEqualTo(2);
        assertThat(bill("--firm", id, "--as-of", "2199-01-01").code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        --firm x --dry-run | invalid value for option '--firm': 'x' is no id
        --firm 1-1-1-1-1 | invalid value for option '--firm': '1-1-1-1-1' is no id
        --firm FIRM --firm FIRM | option '--firm' (ID) should be specified only once
        --firm FIRM --dry-run=maybe | invalid value for option '--dry-run': 'maybe' is not a boolean
        --firm FIRM --dryrun=1 | unknown option --dryrun. Did you mean --dry-run?
        --firm FIRM --as-of tomorrow | invalid value for option '--as-of': 'tomorrow' is no day
        --firm FIRM --resume --dry-run | --resume takes up runs as they were asked for
        --firm FIRM --retry-all | unknown option --retry-all. Did you mean --retry?
        --firm FIRM more | unexpected argument more
        --firm | missing required parameter for option '--firm' (ID)
        --dry-run | missing required option: '--firm=ID'
        """)
    void arguments_that_cannot_be_read_are_told_before_anything_starts(String arguments, String why) {
        Called called = Called.with(
                ("bill " + arguments.replace("FIRM", UUID.randomUUID().toString())).split(" "));

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors())
                .startsWith("feewright bill: " + why)
                .endsWith("Try 'feewright bill --help'." + System.lineSeparator())
                .hasLineCount(2);
    }

    private int invoices() {
        return firm.admin().get("/v1/invoices").expect(200).json().at("/items").size();
    }

    private static Called bill(String... arguments) {
        List<String> all = new ArrayList<>(List.of("bill"));
        all.addAll(Arrays.asList(arguments));
        return Called.besideServer(all.toArray(String[]::new));
    }
}
