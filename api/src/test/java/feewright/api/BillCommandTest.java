package feewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.wiring.Bill;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** The command {@code bill} (requirement P5). It goes by the real time, so each test names the day. */
class BillCommandTest {

    private final TestFirm firm = TestFirm.open();

    /** What a call printed, and its exit code. */
    private record Printed(int code, String text) {}

    @Test
    void it_bills_a_firm_and_prints_the_result() {
        Runs.automatic(firm);

        Printed printed = bill("--firm", firm.firm.toString(), "--as-of", "2026-03-05");

        assertThat(printed.text()).contains("issued: 2", "amount: 2000.00 USD").doesNotContain("Acme");
        assertThat(printed.code()).isZero();
        assertThat(invoices()).isEqualTo(2);
    }

    @Test
    void a_dry_run_lists_and_writes_nothing() {
        Runs.automatic(firm);

        Printed printed = bill("--firm", firm.firm.toString(), "--as-of", "2026-03-05", "--dry-run");

        assertThat(printed.text()).contains("(dry)", "would issue: 2", "amount: 2000.00 USD");
        assertThat(printed.code()).isZero();
        assertThat(invoices()).isZero();
    }

    @Test
    void an_option_may_be_written_with_an_equals_sign() {
        Runs.automatic(firm);

        Printed dry = bill("--firm=" + firm.firm, "--as-of=2026-03-05", "--dry-run=true");
        Printed wet = bill("--firm=" + firm.firm, "--as-of=2026-02-05", "--dry-run=false");

        assertThat(dry.text()).contains("would issue: 2");
        assertThat(wet.text()).contains("issued: 1");
        assertThat(invoices()).isEqualTo(1);
    }

    @Test
    void what_was_set_aside_is_listed_with_its_reason_and_shows_in_the_exit_code() {
        String held = Runs.automatic(firm, "hold_for_person");

        Printed printed = bill("--firm", firm.firm.toString(), "--engagement", held, "--as-of", "2026-03-05");

        assertThat(printed.text()).contains("held: 1", "because of missed-periods: 1", "set aside: " + held);
        assertThat(printed.code()).isEqualTo(1);
    }

    @Test
    void without_an_unfinished_run_there_is_nothing_to_resume() {
        Printed printed = bill("--firm", firm.firm.toString(), "--resume");

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
    @ValueSource(
            strings = {
                "",
                "--firm",
                "--firm x",
                "--firm 1-1-1-1-1",
                "--firm 0199a000-0000-7000-8000-000000000001 --firm 0199a000-0000-7000-8000-000000000001",
                "--firm 0199a000-0000-7000-8000-000000000001 --dry-run=maybe",
                "--firm 0199a000-0000-7000-8000-000000000001 --dryrun=1",
                "--dry-run",
                "--firm 0199a000-0000-7000-8000-000000000001 --as-of tomorrow",
                "--firm 0199a000-0000-7000-8000-000000000001 --resume --dry-run",
                "--firm 0199a000-0000-7000-8000-000000000001 --retry-all",
                "--firm 0199a000-0000-7000-8000-000000000001 more"
            })
    void arguments_that_cannot_be_read_print_the_usage(String arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] all = ("bill " + arguments).strip().split(" ");

        int code = Bill.run(all, new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("usage: bill --firm ID");
    }

    private int invoices() {
        return firm.admin().get("/v1/invoices").expect(200).json().at("/items").size();
    }

    private static Printed bill(String... arguments) {
        List<String> all = new ArrayList<>(List.of("bill"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(settings());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Bill.run(all.toArray(String[]::new), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Printed(code, out.toString(StandardCharsets.UTF_8));
    }

    /** How the command reaches the database of the tests' server. */
    static List<String> settings() {
        Environment running = Server.running().context.getEnvironment();
        List<String> settings = new ArrayList<>(List.of("--feewright.database.migrate=false"));
        for (String name : List.of("url", "app.user", "app.password")) {
            String key = "feewright.database." + name;
            settings.add("--" + key + "=" + running.getRequiredProperty(key));
        }
        return settings;
    }
}
