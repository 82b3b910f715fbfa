package feewright.api.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import feewright.api.Feewright;
import feewright.api.command.Commands;
import feewright.api.demo.DemoPerson;
import feewright.api.demo.DemoTokens;
import feewright.api.fixture.Called;
import feewright.api.fixture.Server;
import feewright.api.fixture.TestDatabase;
import feewright.api.fixture.TestFirm;
import feewright.api.security.DemoKey;
import feewright.platform.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** What the application starts with, and what it refuses to start with. */
class StartTest {

    @TempDir
    private static Path directory;

    @Test
    void without_an_issuer_or_a_key_it_does_not_start() throws IOException {
        String pem = file("good.pem", Server.pem(Server.key()));

        assertRefused("feewright.security.issuer", "feewright.security.public-keys=" + pem);
        assertRefused("needs jwks-uri or public-keys", "feewright.security.issuer=https://login.example");
        assertRefused(
                "no PUBLIC KEY",
                "feewright.security.issuer=https://login.example",
                "feewright.security.public-keys=" + file("bad.pem", "rubbish"));
    }

    @Test
    void keys_are_read_over_tls_or_from_this_machine() {
        for (String address : List.of(
                "http://login.example/keys",
                "ftp://login.example/keys",
                "http://localhost.example/keys",
                "keys",
                "https:")) {
            assertRefused(
                    "has to be an https address",
                    "feewright.security.issuer=https://login.example",
                    "feewright.security.jwks-uri=" + address);
        }
    }

    @Test
    void demo_keys_count_in_the_profile_demo_only() throws IOException {
        RSAKey demo = DemoKey.make().pair();

        assertRefused(
                "holds the demo's key",
                "feewright.security.issuer=https://login.example",
                "feewright.security.public-keys=" + file("demo.pem", Server.pem(demo)));
        assertRefused(
                "is the demo's",
                "feewright.security.issuer=feewright-demo",
                "feewright.security.public-keys=" + file("good2.pem", Server.pem(Server.key())));
    }

    @Test
    void without_a_database_it_does_not_start() {
        assertThatThrownBy(() -> start(List.of("feewright.database.url=")))
                .hasStackTraceContaining("feewright.database");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_before_anything_is_built() {
        long begun = System.nanoTime();

        assertThatThrownBy(() -> start(List.of(
                        "feewright.database.pool-timeout=PT0S",
                        "feewright.billing.workers=two",
                        "feewright.collection.every=PT0S",
                        "feewright.webhooks.secret-key=short",
                        "feewright.stripe.secret-key=rubbish",
                        "feewright.break-glass.longest=P2D",
                        "feewright.rules.directory=nowhere",
                        "feewright.export.directory=nowhere",
                        "feewright.security.public-keys=nowhere.pem")))
                .isInstanceOf(UnusableSettings.class)
                .message()
                .satisfies(message -> assertThat(message.lines())
                        .anyMatch(line -> line.contains("feewright.database.url"))
                        .anyMatch(line -> line.contains("feewright.database.app.user"))
                        .anyMatch(line -> line.contains("feewright.database.owner.user"))
                        .anyMatch(line -> line.contains(".pool-timeout"))
                        .contains("feewright.billing.workers cannot be read: it has to be a whole number")
                        .anyMatch(line -> line.contains("feewright.collection.workers"))
                        .anyMatch(line -> line.contains("feewright.webhooks.secret-key"))
                        .anyMatch(line -> line.contains("feewright.stripe"))
                        .anyMatch(line -> line.contains("feewright.break-glass.longest"))
                        .anyMatch(line -> line.contains("feewright.rules.directory"))
                        .anyMatch(line -> line.contains("feewright.export.directory"))
                        .anyMatch(line -> line.contains("feewright.security.issuer"))
                        .anyMatch(line -> line.contains("in nowhere.pem")))
                .doesNotContain("short")
                .doesNotContain("rubbish")
                .doesNotContain("profile demo");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_busy_port_is_told_in_one_line_before_anything_is_built() throws IOException {
        try (ServerSocket busy = new ServerSocket(0)) {
            assertThatThrownBy(() -> new SpringApplicationBuilder(Feewright.class)
                            .registerShutdownHook(false)
                            .profiles("demo")
                            .properties(
                                    "server.port=" + busy.getLocalPort(),
                                    "feewright.demo.directory=" + directory.resolve("never-made"),
                                    "feewright.demo.database-port=0")
                            .run())
                    .isInstanceOf(UnusableSettings.class)
                    .hasMessage("port " + busy.getLocalPort()
                            + " is taken: stop what listens there, or set server.port to another");
        }
        assertThat(directory.resolve("never-made")).doesNotExist();
    }

    @Test
    void a_database_that_nobody_may_log_in_to_is_told_before_anything_is_built() throws IOException {
        String pem = file("login.pem", Server.pem(Server.key()));
        Environment running = Server.running().context.getEnvironment();
        String url = running.getRequiredProperty("feewright.database.url");
        List<String> settings = List.of(
                "feewright.database.migrate=false",
                "feewright.database.app.user=feewright_app",
                "feewright.database.app.password=feewright",
                "feewright.security.issuer=https://login.example",
                "feewright.security.public-keys=" + pem);

        assertThatThrownBy(() -> start(with(settings, "feewright.database.url=" + TestDatabase.beside(url, "none"))))
                .isInstanceOf(UnusableSettings.class)
                .hasMessageContaining("there is no database");
        assertThatThrownBy(
                        () -> start(with(settings, "feewright.database.url=jdbc:postgresql://localhost:1/feewright")))
                .isInstanceOf(UnusableSettings.class)
                .hasMessageContaining("no PostgreSQL answers at jdbc:postgresql://localhost:1/feewright");
    }

    @Test
    void a_command_that_cannot_begin_has_an_exit_code_of_its_own() {
        assertThat(Called.with("bill", "--firm", UUID.randomUUID().toString()).code())
                .isEqualTo(Commands.CANNOT_BEGIN);
        assertThat(Called.with("bill").code()).isEqualTo(2);
    }

    @Test
    void a_server_that_cannot_use_its_settings_has_the_same_exit_code() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Commands commands = new Commands(settings -> start(List.of(settings)), nowhere, nowhere);

        assertThat(commands.run("serve")).hasValue(Commands.CANNOT_BEGIN);
    }

    @Test
    void an_identity_provider_that_is_away_is_no_defect_of_the_server() throws IOException, InterruptedException {
        Environment running = Server.running().context.getEnvironment();
        TestFirm firm = TestFirm.open();

        try (ConfigurableApplicationContext server = start(List.of(
                "feewright.database.url=" + running.getRequiredProperty("feewright.database.url"),
                "feewright.database.migrate=false",
                "feewright.database.app.user=feewright_app",
                "feewright.database.app.password=feewright",
                "feewright.billing.enabled=false",
                "feewright.collection.enabled=false",
                "feewright.security.issuer=" + Server.ISSUER,
                "feewright.security.jwks-uri=https://localhost:1/keys"))) {
            assertThat(status(server.getEnvironment(), firm.token(Role.FIRM_ADMIN)))
                    .isEqualTo(503);
        }
    }

    private static List<String> with(List<String> settings, String more) {
        List<String> all = new ArrayList<>(settings);
        all.add(more);
        return all;
    }

    @Test
    void the_demo_starts_by_itself_and_its_tokens_outlive_a_restart() throws IOException, InterruptedException {
        Path data = directory.resolve("data");
        String token;
        try (ConfigurableApplicationContext demo = demo(data)) {
            token = demo.getBean(DemoTokens.class).of(DemoPerson.ADMIN);
            assertThat(status(demo.getEnvironment(), token)).isEqualTo(200);
        }

        try (ConfigurableApplicationContext demo = demo(data)) {
            assertThat(status(demo.getEnvironment(), token)).isEqualTo(200);
        }
    }

    @Test
    void the_demo_takes_no_other_issuer() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Feewright.class)
                        .registerShutdownHook(false)
                        .profiles("demo")
                        .properties(
                                "server.port=0",
                                "feewright.demo.directory=" + directory.resolve("mixed"),
                                "feewright.demo.database-port=0",
                                "feewright.security.issuer=https://login.example")
                        .run())
                .hasStackTraceContaining("the profile demo has an issuer and a key of its own");
    }

    private static ConfigurableApplicationContext demo(Path data) {
        return new SpringApplicationBuilder(Feewright.class)
                .registerShutdownHook(false)
                .profiles("demo")
                .properties("server.port=0", "feewright.demo.directory=" + data, "feewright.demo.database-port=0")
                .run();
    }

    private static int status(Environment environment, String token) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + environment.getProperty("local.server.port") + "/v1/clients");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(address)
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static void assertRefused(String why, String... security) {
        Environment running = Server.running().context.getEnvironment();
        List<String> properties = new ArrayList<>(List.of(security));
        properties.add("feewright.database.migrate=false");
        for (String name : List.of("url", "owner.user", "owner.password", "app.user", "app.password")) {
            String key = "feewright.database." + name;
            properties.add(key + "=" + running.getProperty(key));
        }
        assertThatThrownBy(() -> start(properties)).hasStackTraceContaining(why);
    }

    private static ConfigurableApplicationContext start(List<String> properties) {
        return new SpringApplicationBuilder(Feewright.class)
                .registerShutdownHook(false)
                .properties("server.port=0")
                .properties(properties.toArray(String[]::new))
                .run();
    }

    private static String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
