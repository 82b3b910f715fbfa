package feewright.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Called;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the commands are called, and what somebody is told who calls them otherwise. */
class CommandLineTest {

    private static final String FIRM = "0199a000-0000-7000-8000-0000000000f1";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "rules"})
    void without_a_command_it_shows_the_commands_and_starts_nothing(String arguments) {
        Called called = Called.with(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors()).contains("Usage: feewright", "Commands:");
        assertThat(called.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "bill",
                "what-if",
                "rules",
                "rules check",
                "export",
                "import",
                "register-firm",
                "generate-completion"
            })
    void every_command_has_help_with_its_exit_codes_and_an_example(String command) {
        Called called = Called.with((command + " --help").strip().split(" "));

        assertThat(called.code()).isZero();
        assertThat(called.text())
                .startsWith("Usage: feewright " + command)
                .contains("Exit codes:", "2   ", "Examples:")
                .containsPattern("feewright " + (command.isEmpty() ? "serve" : command));
        assertThat(called.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        bil | feewright: no such command: bil. Did you mean bill? | feewright
        server | feewright: no such command: server. Did you mean serve? | feewright
        what-of --firm x | feewright: no such command: what-of. Did you mean what-if? | feewright
        registerfirm | feewright: no such command: registerfirm. Did you mean register-firm? | feewright
        check my-rules | feewright: no such command: check. Did you mean rules check? | feewright
        rules chekc x | feewright rules: no such command: chekc. Did you mean check? | feewright rules
        something | feewright: no such command: something | feewright
        --server.port=1 | feewright: unknown option --server.port. A setting is given to a command as --set server.port=VALUE. | feewright
        bill --frm x | feewright bill: unknown option --frm. Did you mean --firm? | feewright bill
        bill --hepl | feewright bill: unknown option --hepl. Did you mean --help? | feewright bill
        export --firm ID --fiel x | feewright export: unknown option --fiel. Did you mean --file? | feewright export
        import --firm ID --file x | feewright import: unknown option --firm | feewright import
        rules check | feewright rules check: missing required parameter: 'DIRECTORY' | feewright rules check
        rules check a b | feewright rules check: unexpected argument b | feewright rules check
        serve --set port | feewright serve: invalid value for option '--set' (NAME=VALUE): write it as NAME=VALUE, such as server.port=8081 | feewright serve
        serve --set FEEWRIGHT_DATABASE_URL=x | feewright serve: invalid value for option '--set' (NAME=VALUE): write it as NAME=VALUE, such as server.port=8081 | feewright serve
        serve --set a.b=1 --set a.b=2 | feewright serve: --set gives a.b twice | feewright serve
        serve 8080 | feewright serve: unexpected argument 8080 | feewright serve
        register-firm x N Europe/London ID A | feewright register-firm: invalid value for positional parameter at index 0 (FIRM-ID): 'x' is no id: ids are UUIDs, such as 0199a000-0000-7000-8000-0000000000f1 | feewright register-firm
        register-firm ID N Mars ID A | feewright register-firm: invalid value for positional parameter at index 2 (ZONE): 'Mars' is no time zone, such as Europe/London | feewright register-firm
        """)
    void what_is_wrong_is_told_in_a_line_with_the_nearest_word_and_where_the_help_is(
            String arguments, String why, String help) {
        Called called = Called.with(arguments.replace("ID", FIRM).split(" "));

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors().lines())
                .containsExactly(why.replace("(FIRM-" + FIRM, "(FIRM-ID"), "Try '" + help + " --help'.");
        assertThat(called.text()).isEmpty();
    }

    @Test
    void a_setting_that_is_given_in_another_way_is_not_quoted() {
        Called option = Called.with("serve", "--feewright.database.app.password=geheim");
        Called twice = Called.with("serve", "--set", "a.password=geheim", "--set", "a.password=geheim");
        Called unreadable = Called.with("serve", "--set", "PASSWORD=geheim");

        assertThat(option.errors())
                .contains("--set feewright.database.app.password=VALUE")
                .doesNotContain("geheim");
        assertThat(twice.errors()).contains("a.password").doesNotContain("geheim");
        assertThat(unreadable.errors()).doesNotContain("geheim");
    }

    @Test
    void settings_reach_the_server_as_they_were_given() {
        List<String> given = new ArrayList<>();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Commands commands = new Commands(settings -> given.addAll(List.of(settings)), nowhere, nowhere);

        assertThat(commands.run("serve", "--set", "server.port=8081", "--set=feewright.stripe.accounts.A-1=b=c, d"))
                .isEmpty();

        assertThat(given).containsExactly("--server.port=8081", "--feewright.stripe.accounts.A-1=b=c, d");
    }

    @Test
    void a_name_that_shows_nothing_is_refused() {
        Called called = Called.with("register-firm", FIRM, " ", "Europe/London", FIRM, "Ada");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors()).contains("(NAME): the name shows nothing");
    }

    @Test
    void a_shell_can_read_the_script_that_completes() throws IOException, InterruptedException {
        Called called = Called.with("generate-completion");
        Path script = Files.writeString(directory.resolve("completion"), called.text());

        Process bash =
                new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start();

        assertThat(bash.waitFor()).isZero();
        assertThat(called.text()).contains("what-if", "register-firm", "--dry-run", "'--set'");
    }

    @Test
    void the_documents_call_commands_that_there_are_and_the_operators_page_all_of_them() throws IOException {
        Pattern call = Pattern.compile("(?m)(?:^|deploy/)feewright ((?:rules )?[a-z][a-z-]+)");
        List<String> called = new ArrayList<>();
        for (String page : List.of(
                "README.md", "CONTRIBUTING.md", "docs/operators.md", "docs/export.md", "docs/rule-authors.md")) {
            String text = Files.readString(Path.of("..").resolve(page));
            assertThat(text).as(page).doesNotContain("feewright.jar check", "[--SETTING=VALUE");
            call.matcher(text).results().forEach(found -> called.add(found.group(1)));
        }

        assertThat(called)
                .contains("serve", "bill", "what-if", "rules check", "export", "import", "register-firm")
                .allSatisfy(command -> assertThat(
                                Called.with((command + " --help").split(" ")).code())
                        .isZero());
    }
}
