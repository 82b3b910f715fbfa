package feewright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import feewright.api.demo.DemoPerson;
import feewright.api.demo.DemoTokens;
import feewright.api.security.DemoKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
