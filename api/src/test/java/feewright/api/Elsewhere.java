package feewright.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/** Another installation: an empty database beside that of the tests' server, and a server of its own. */
final class Elsewhere implements AutoCloseable {

    final String url;
    private ConfigurableApplicationContext context;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private Elsewhere(String url) {
        this.url = url;
    }

    /** What a command printed, and its exit code. */
    record Printed(int code, String text) {}

    static Elsewhere empty() throws SQLException {
        String name = "elsewhere_" + UUID.randomUUID().toString().replace("-", "");
        Superuser.run("create database %s owner %s".formatted(name, setting("feewright.database.owner.user")));
        return new Elsewhere(TestDatabase.beside(Superuser.url(), name));
    }

    Printed imported(Path archive) {
        return command(url, "import", "--file", archive.toString());
    }

    /** Runs a command for archives on the database at the address. */
    static Printed command(String url, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        settings(url).forEach(setting -> all.add("--" + setting));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = feewright.api.wiring.Archives.run(
                all.toArray(String[]::new), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Printed(code, out.toString(StandardCharsets.UTF_8));
    }

    void start() {
        List<String> settings = new ArrayList<>(settings(url));
        settings.addAll(List.of(
                "server.port=0",
                "feewright.billing.enabled=false",
                "feewright.collection.enabled=false",
                "feewright.webhooks.enabled=false",
                "feewright.webhooks.secret-key=" + Server.WEBHOOK_KEY));
        settings.addAll(Server.TRAFFIC);
        for (String name : List.of("feewright.security.issuer", "feewright.security.public-keys")) {
            settings.add(name + "=" + setting(name));
        }
        context = new SpringApplicationBuilder(Feewright.class)
                .registerShutdownHook(false)
                .initializers((GenericApplicationContext made) -> made.registerBean(
                        "present",
                        Clock.class,
                        () -> Clock.fixed(Server.NOW, ZoneOffset.UTC),
                        bean -> bean.setPrimary(true)))
                .properties(settings.toArray(String[]::new))
                .run();
    }

    Reply get(String token, String path) {
        return send(request(token, path).GET());
    }

    Reply post(String token, String path, String body) {
        return send(request(token, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String token, String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<String> settings(String url) {
        List<String> settings = new ArrayList<>(List.of("feewright.database.url=" + url));
        for (String name : List.of("owner.user", "owner.password", "app.user", "app.password")) {
            settings.add("feewright.database." + name + "=" + setting("feewright.database." + name));
        }
        return settings;
    }

    private static String setting(String name) {
        Environment environment = Server.running().context.getEnvironment();
        return environment.getRequiredProperty(name);
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
