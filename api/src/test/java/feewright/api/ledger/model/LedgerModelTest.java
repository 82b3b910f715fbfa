package feewright.api.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import feewright.api.fixture.BrokenDatabase;
import feewright.api.fixture.Quiet;
import feewright.api.fixture.Server;
import feewright.api.fixture.Superuser;
import feewright.fixture.Seed;
import feewright.jdbc.JdbcPorts;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.core.env.Environment;

/**
 * Requirements L1 to L4, I4 to I7, A2 to A5, D1 to D3: the whole engine, with its rules and PostgreSQL, against a model of what the books ought to say,
 * by random commands, alone, at once and cut off. The long run is
 * {@code ./mvnw -pl api -am test -Dtest=LedgerModelTest -Dsurefire.failIfNoSpecifiedTests=false -Dfeewright.test.steps=20000};
 * {@code -Dfeewright.test.seed=…} repeats the episode of a failure first.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Quiet.DATABASE, mode = ResourceAccessMode.READ)
public class LedgerModelTest {

    private static final int STEPS = Integer.getInteger("feewright.test.steps", 120);
    private static final int STEPS_OF_A_FIRM = 150;
    private static final int EPISODES_AT_ONCE = 2;

    /** A build says the same of the same sources; the long run looks where nobody has looked before. */
    private static final long SEED = 76_073_553_978_776L;

    private final long seed = Seed.of(LedgerModelTest.class, SEED);
    private final Map<String, Integer> tally = new ConcurrentSkipListMap<>();

    @Test
    public void whatever_happens_the_books_say_what_the_model_says() throws Exception {
        try (ExecutorService lives = Executors.newFixedThreadPool(EPISODES_AT_ONCE)) {
            List<Future<?>> running = new ArrayList<>();
            for (int done = 0, episode = 0; done < STEPS; done += STEPS_OF_A_FIRM, episode++) {
                long own = seed + episode;
                int steps = Math.min(STEPS_OF_A_FIRM, STEPS - done);
                running.add(lives.submit(() -> {
                    live(own, steps);
                    return null;
                }));
            }
            List<Throwable> failures = new ArrayList<>();
            for (Future<?> one : running) {
                try {
                    one.get();
                } catch (ExecutionException failure) {
                    failures.add(failure.getCause());
                }
            }
            if (!failures.isEmpty()) {
                AssertionError first = new AssertionError(failures.getFirst().getMessage(), failures.getFirst());
                failures.stream().skip(1).forEach(first::addSuppressed);
                throw first;
            }
        }
        System.out.println("the ledger's model: " + tally);
        if (STEPS >= 1_000) {
            assertThat(tally.keySet())
                    .as("what came to pass, seed " + seed)
                    .contains(
                            "Issue Done",
                            "Pay Done",
                            "Deposit Done",
                            "Ask Done",
                            "Review Done",
                            "Apply Done",
                            "Unapply Done")
                    .contains(
                            "RefundPayment Done",
                            "ReversePayment Done",
                            "ReversePayment Refused",
                            "WriteOff Done",
                            "Credit Done",
                            "Void Done",
                            "Expire Done",
                            "together: Done")
                    .contains(
                            "Attempt Done",
                            "Collect Done",
                            "Charge Done",
                            "Said Done",
                            "GiveBack Done",
                            "SaidOfRefund Done",
                            "Dispute Done",
                            "Dispute Refused",
                            "Dispute cut off, done",
                            "Dispute cut off, undone");
        }
    }

    private void live(long own, int steps) throws Exception {
        try (HikariDataSource pool = pool();
                Connection connection = Superuser.connect();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            BrokenDatabase database = new BrokenDatabase(pool);
            LedgerFirm firm = new LedgerFirm(JdbcPorts.on(pool, false), JdbcPorts.on(database.source(), false));
            LedgerEpisode.Stage stage = new LedgerEpisode.Stage(new Random(own), firm, database, tally);
            LedgerEpisode episode = new LedgerEpisode(stage, new LedgerBooks(firm.office, connection), threads);
            for (int step = 1; step <= steps; step++) {
                try {
                    episode.step(step);
                    if (step == steps) {
                        episode.lookLong();
                    }
                } catch (Exception | AssertionError failure) {
                    throw new AssertionError(
                            "-Dfeewright.test.seed=%d, step %d, %s: %s"
                                    .formatted(own, step, episode.doing(), failure.getMessage()),
                            failure);
                }
            }
        }
    }

    private static HikariDataSource pool() {
        Environment settings = Server.running().context.getEnvironment();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(Superuser.url());
        config.setUsername(settings.getRequiredProperty("feewright.database.app.user"));
        config.setPassword(settings.getRequiredProperty("feewright.database.app.password"));
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }
}
