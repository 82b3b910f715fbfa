package feewright.api.start;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.Feewright;
import feewright.api.demo.DemoPerson;
import feewright.api.demo.DemoTokens;
import feewright.api.fixture.Quiet;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Waiting;
import feewright.jdbc.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** An instance whose database is taken away and given back (requirements W6, O1): it says so, and goes on by itself. */
@ResourceLock(Quiet.DATABASE)
class OutageTest {

    private static final Duration TRUE_WITHIN = Duration.ofSeconds(2);
    private static final Duration POOL_TIMEOUT = Duration.ofSeconds(1);
    private static final int REQUESTS = 400;

    @TempDir
    private static Path data;

    private static int databasePort;
    private static ConfigurableApplicationContext server;
    private static @Nullable EmbeddedDatabase again;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    @BeforeAll
    static void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            databasePort = free.getLocalPort();
        }
        server = new SpringApplicationBuilder(Feewright.class)
                .registerShutdownHook(false)
                .profiles("demo")
                .properties(
                        "server.port=0",
                        "feewright.demo.directory=" + data,
                        "feewright.demo.database-port=" + databasePort,
                        "feewright.database.pool-timeout=" + POOL_TIMEOUT,
                        "feewright.traffic.token.per-second=100000",
                        "feewright.traffic.token.burst=100000",
                        "feewright.traffic.address.per-second=100000",
                        "feewright.traffic.address.burst=100000",
                        "feewright.billing.every=PT0.5S")
                .run();
    }

    @AfterAll
    static void stop() {
        server.close();
        if (again != null) {
            again.close();
        }
    }

    @Test
    void a_database_that_stops_is_told_in_two_seconds_and_everything_goes_on_once_it_is_back() throws Exception {
        Waiting.until(() -> status("/health/readiness") == 200);
        Waiting.until(() -> status("/health") == 200);

        server.getBean(EmbeddedDatabase.class).close();

        Thread.sleep(TRUE_WITHIN);
        assertThat(status("/health/readiness")).isEqualTo(503);
        assertThat(status("/health")).isEqualTo(503);
        assertThat(status("/health/liveness")).isEqualTo(200);
        long begun = System.nanoTime();
        Reply away = get("/v1/clients", DemoPerson.ADMIN);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(POOL_TIMEOUT.multipliedBy(5));
        away.problem(503, "unavailable");
        assertThat(away.header("Retry-After")).isEqualTo("5");
        post("/v1/billing-runs", "{}").problem(503, "unavailable");
        Thread.sleep(Duration.ofSeconds(3));

        again = EmbeddedDatabase.start(data.resolve("postgres"), databasePort);
        Waiting.until(() -> status("/health/readiness") == 200);
        Waiting.until(() -> get("/v1/clients", DemoPerson.ADMIN).status() == 200);
        String run = post("/v1/billing-runs", "{}").expect(202).text("/id");
        Waiting.until(() -> get("/v1/billing-runs/" + run, DemoPerson.ADMIN)
                .expect(200)
                .text("/state")
                .equals("finished"));
        for (String loop : List.of("collector", "teller", "billing-schedule", "database-watch")) {
            Waiting.until(
                    () -> loops().at("/" + loop + "/seconds_since_last_round").asLong(99) < 3);
        }
        assertThat(get("/v1/billing-failures", DemoPerson.ADMIN)
                        .json()
                        .at("/items")
                        .findValuesAsString("outcome"))
                .doesNotContain("failed");
        connectionsThatAreEndedUnderLoadGiveNo500();
    }

    private static void connectionsThatAreEndedUnderLoadGiveNo500() throws Exception {
        Thread ending = Thread.ofPlatform().daemon().start(OutageTest::endConnections);
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                boolean writes = i % 2 == 0;
                all.add(callers.submit(() -> writes
                        ? post("/v1/clients", "{\"name\": \"Acme\"}").status()
                        : get("/v1/engagements", DemoPerson.ADMIN).status()));
            }
            for (Future<Integer> one : all) {
                statuses.add(one.get());
            }
        } finally {
            ending.interrupt();
            ending.join();
        }
        assertThat(statuses).isSubsetOf(200, 201, 503).contains(200, 201, 503);
    }

    private static void endConnections() {
        String url = server.getBean(EmbeddedDatabase.class).url();
        try (Connection connection = DriverManager.getConnection(url, "feewright_app", "feewright");
                Statement statement = connection.createStatement()) {
            while (!Thread.currentThread().isInterrupted()) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where usename = 'feewright_app' and pid <> pg_backend_pid()");
                Thread.sleep(200);
            }
        } catch (InterruptedException _) {
            return;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void a_stranger_is_told_one_word_and_an_operator_what_it_is_made_of() {
        Waiting.until(() -> status("/health/readiness") == 200);

        Reply stranger = send(request("/health/readiness"));
        Reply firm = get("/health/readiness", DemoPerson.MASTER_ADMIN);

        assertThat(List.of(stranger.body(), firm.body())).allMatch(body -> body.matches("\\{\"status\":\"[A-Z]+\"}"));
        assertThat(send(request("/health")).body()).doesNotContain("database").doesNotContain("collector");
        assertThat(loops().at("/collector/alive").asBoolean()).isTrue();
        for (String path : List.of("/health/readiness/database", "/health/loops", "/env", "/beans", "/actuator", "/")) {
            assertThat(status(path)).as(path).isEqualTo(401);
        }
    }

    private static JsonNode loops() {
        return get("/health/readiness", DemoPerson.PLATFORM_OPERATOR).json().at("/components/loops/details");
    }

    private static int status(String path) {
        return send(request(path)).status();
    }

    private static Reply get(String path, DemoPerson person) {
        return send(request(path).header("Authorization", "Bearer " + token(person)));
    }

    private static Reply post(String path, String body) {
        return send(request(path)
                .header("Authorization", "Bearer " + token(DemoPerson.ADMIN))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String token(DemoPerson person) {
        return server.getBean(DemoTokens.class).of(person);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + server.getEnvironment().getProperty("local.server.port") + path))
                .timeout(Duration.ofSeconds(60));
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
