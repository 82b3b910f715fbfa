package feewright.jdbc.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import feewright.engine.Ports;
import feewright.fixture.Collecting;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.jdbc.fixture.TestDatabase;
import feewright.jdbc.run.RunWorld;
import feewright.platform.Actor;
import feewright.platform.StorageUnavailable;
import feewright.processor.EventMeaning;
import feewright.processor.ProcessorEvent;
import feewright.processor.ProcessorEvents.EventFilter;
import feewright.processor.ReadEvents;
import feewright.processor.ReceiveProcessorEvent;
import feewright.run.BillingFailure;
import feewright.run.RunItem;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import org.junit.jupiter.api.Test;

/** A database that ends connections, or is away, is a condition of its own: nothing is laid aside for it, and all goes on later. */
class OutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int EVENTS = 60;

    @Test
    void connections_that_are_ended_under_load_are_never_taken_for_a_defect_W6() throws Exception {
        String name = "ended-" + UUID.randomUUID();
        Office office = Office.open(TestDatabase.ports(), new PermissiveRulebook());
        try (HikariDataSource pool = pool(TestDatabase.url(), TestDatabase.app(), name);
                Ending _ = Ending.of(name)) {
            Ports ports = TestDatabase.ports(pool);
            AtomicInteger lost = new AtomicInteger();
            for (int done = 0; done < 150 || lost.get() < 10; ) {
                try {
                    ports.transactions().in(office.admin, () -> {
                        ports.firms().find(office.firm);
                        return ports.clients().page(office.firm, null, 10);
                    });
                    ports.transactions()
                            .reading(office.admin, () -> ports.firms().find(office.firm));
                    done += ports.firms().all().size() > 0 ? 1 : 0;
                } catch (StorageUnavailable away) {
                    lost.incrementAndGet();
                }
            }
        }
    }

    @Test
    void a_run_whose_connections_are_ended_sets_nothing_aside_for_it_W6() throws Exception {
        RunWorld whole = RunWorld.made();
        whole.tick(TestDatabase.pool());
        RunWorld world = RunWorld.made();
        String name = "run-" + UUID.randomUUID();
        try (HikariDataSource pool = pool(TestDatabase.url(), TestDatabase.app(), name);
                Ending _ = Ending.of(name)) {
            for (int lost = 0; lost < 5; ) {
                try {
                    world.tick(pool);
                    lost += world.heads().size() == whole.heads().size() ? 5 : 0;
                } catch (StorageUnavailable away) {
                    lost++;
                }
            }
        }

        world.tick(TestDatabase.pool());

        assertThat(world.office()
                        .ports
                        .transactions()
                        .reading(
                                world.office().admin,
                                () -> world.office().ports.billingFailures().page(world.office().firm, null, 10)))
                .extracting(BillingFailure::outcome)
                .doesNotContain(RunItem.Outcome.FAILED);
        world.assertSameBooksAs(whole);
    }

    @Test
    void events_whose_readers_lose_the_connection_wait_on_W6() throws Exception {
        Office office = Office.open(TestDatabase.ports(), new PermissiveRulebook());
        for (int i = 0; i < EVENTS; i++) {
            take(office, "evt_" + i, Office.NOW);
        }
        String name = "events-" + UUID.randomUUID();
        try (HikariDataSource pool = pool(TestDatabase.url(), TestDatabase.app(), name);
                Ending ending = Ending.of(name)) {
            Office seen = office.restarted(TestDatabase.ports(pool), new PermissiveRulebook());
            for (int lost = 0; lost < 10; ) {
                try {
                    reader(seen, _ -> {
                                ending.await();
                                return new EventMeaning.Nothing("type_unknown");
                            })
                            .read(office.firm, 10, Office.NOW);
                } catch (StorageUnavailable away) {
                    lost++;
                }
            }
        }

        reader(office, _ -> new EventMeaning.Nothing("type_unknown")).read(office.firm, EVENTS, Office.NOW);

        assertThat(events(office))
                .hasSize(EVENTS)
                .allSatisfy(event -> assertThat(event.readings())
                        .extracting(ProcessorEvent.Interpretation::code)
                        .containsExactly("type_unknown"));
    }

    @Test
    void exactly_the_event_that_broke_is_laid_aside() {
        Office office = Office.open(TestDatabase.ports(), new PermissiveRulebook());
        take(office, "evt_breaks", Office.NOW);

        reader(office, body -> {
                    if (body.contains("evt_breaks")) {
                        CompletableFuture.runAsync(() -> take(office, "evt_sound", Office.NOW.minusSeconds(60)))
                                .join();
                        throw new ArithmeticException("broken for the test");
                    }
                    return new EventMeaning.Nothing("type_unknown");
                })
                .read(office.firm, 10, Office.NOW);

        assertThat(events(office))
                .extracting(event -> event.named().name() + " "
                        + event.latest().orElseThrow().code())
                .containsExactlyInAnyOrder("evt_breaks defect", "evt_sound type_unknown");
    }

    @Test
    void a_database_that_is_away_is_told_in_time_and_used_again_once_it_is_back_W6() throws Exception {
        Path directory = Files.createTempDirectory(Path.of("target"), "outage");
        int port = freePort();
        EmbeddedDatabase database = EmbeddedDatabase.start(directory, port);
        Migrations.run(database.url(), database.owner(), database.app().password());
        try (HikariDataSource pool = pool(database.url(), database.app(), "away")) {
            Ports ports = TestDatabase.ports(pool);
            LockProvider locks = JdbcLocks.on(pool, "one");
            Actor actor = Office.open(ports, new PermissiveRulebook()).admin;
            assertThat(locks.lock(lock())).isPresent();

            database.close();

            for (int look = 0; look < 3; look++) {
                Instant begun = Instant.now();
                assertThatThrownBy(() -> ports.transactions()
                                .in(actor, () -> ports.firms().find(actor.firm())))
                        .isInstanceOf(StorageUnavailable.class);
                assertThatThrownBy(() -> ports.firms().all()).isInstanceOf(StorageUnavailable.class);
                assertThatThrownBy(() -> locks.lock(lock())).isInstanceOf(StorageUnavailable.class);
                assertThat(Duration.between(begun, Instant.now()))
                        .isLessThan(PATIENCE.multipliedBy(3).plus(PATIENCE));
            }
            database = EmbeddedDatabase.start(directory, port);
            assertThat(soon(() ->
                            ports.transactions().in(actor, () -> ports.firms().find(actor.firm()))))
                    .isPresent();
            assertThat(locks.lock(lock())).isPresent();
        } finally {
            database.close();
        }
    }

    /** A pool looks again every few seconds at the latest. */
    private static <T> T soon(Supplier<T> work) throws InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (StorageUnavailable away) {
                assertThat(tried).isLessThan(20);
                Thread.sleep(PATIENCE);
            }
        }
    }

    private static LockConfiguration lock() {
        return new LockConfiguration(Instant.now(), UUID.randomUUID().toString(), Duration.ofMinutes(1), Duration.ZERO);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static HikariDataSource pool(String url, Login login, String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(3);
        config.setAutoCommit(false);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(PATIENCE.toMillis() / 2);
        config.addDataSourceProperty("ApplicationName", name);
        return new HikariDataSource(config);
    }

    private static void take(Office office, String name, Instant received) {
        new ReceiveProcessorEvent(office.ports.transactions(), office.ports.processorEvents(), office.ports.ids())
                .take(
                        office.firm,
                        new ProcessorEvent.Named(Collecting.PROCESSOR, name, "payment", "pi_1", received),
                        "body of " + name,
                        received);
    }

    private static ReadEvents reader(Office office, Function<String, EventMeaning> meaning) {
        return new ReadEvents(
                office.ports.transactions(),
                office.ports.processorEvents(),
                office.engine.processorEventRecorder(),
                Map.of(Collecting.PROCESSOR, meaning));
    }

    private static List<ProcessorEvent> events(Office office) {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports
                                .processorEvents()
                                .page(office.firm, new EventFilter(null, null, false), EVENTS));
    }

    /** Ends the connections of one pool again and again, as the administrator of a database does. */
    private record Ending(String pool, Thread thread, AtomicInteger rounds) implements AutoCloseable {

        static Ending of(String pool) {
            AtomicInteger rounds = new AtomicInteger();
            Thread thread = Thread.ofPlatform().daemon().start(() -> {
                try (Connection connection = DriverManager.getConnection(
                                TestDatabase.url(),
                                TestDatabase.app().user(),
                                TestDatabase.app().password());
                        Statement statement = connection.createStatement()) {
                    while (!Thread.currentThread().isInterrupted()) {
                        statement.execute(
                                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '%s'"
                                        .formatted(pool));
                        rounds.incrementAndGet();
                        Thread.sleep(25);
                    }
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                } catch (InterruptedException _) {
                    return;
                }
            });
            return new Ending(pool, thread, rounds);
        }

        /** Until the connections that are there now are ended. */
        void await() {
            int now = rounds.get();
            while (rounds.get() < now + 2) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void close() {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
