package feewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import feewright.jdbc.JdbcAdapters;
import java.sql.Connection;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/**
 * Requirements L1 to L4, I4 to I7, A5: the whole engine, with its rules and PostgreSQL, against a model of what the books ought to say,
 * by random commands, alone, at once and cut off. The long run is
 * {@code ./mvnw -pl api -am test -Dtest=LedgerModelTest -Dsurefire.failIfNoSpecifiedTests=false -Dfeewright.test.steps=20000};
 * {@code -Dfeewright.test.seed=…} repeats the episode of a failure first.
 */
class LedgerModelTest {

    private static final int STEPS = Integer.getInteger("feewright.test.steps", 400);
    private static final int STEPS_OF_A_FIRM = 200;

    private final long seed = Long.getLong("feewright.test.seed", System.nanoTime());
    private final Map<String, Integer> tally = new TreeMap<>();

    @Test
    void whatever_happens_the_books_say_what_the_model_says() throws Exception {
        System.out.println("seed of the ledger's model: " + seed);
        try (HikariDataSource pool = pool();
                Connection connection = Superuser.connect();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            BrokenDatabase database = new BrokenDatabase(pool);
            JdbcAdapters second = JdbcAdapters.on(pool);
            JdbcAdapters broken = JdbcAdapters.on(database.source());
            for (int done = 0, episode = 0; done < STEPS; done += STEPS_OF_A_FIRM, episode++) {
                LedgerFirm firm = new LedgerFirm(second, broken);
                LedgerEpisode.Stage stage = new LedgerEpisode.Stage(new Random(seed + episode), firm, database, tally);
                live(
                        new LedgerEpisode(stage, new LedgerBooks(firm.office, connection), threads),
                        seed + episode,
                        Math.min(STEPS_OF_A_FIRM, STEPS - done));
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
                            "WriteOff Done",
                            "Credit Done",
                            "Void Done",
                            "Expire Done",
                            "together: Done");
        }
    }

    private static void live(LedgerEpisode episode, long seed, int steps) {
        for (int step = 1; step <= steps; step++) {
            try {
                episode.step(step);
                if (step == steps) {
                    episode.lookLong();
                }
            } catch (Exception | AssertionError failure) {
                throw new AssertionError(
                        "-Dfeewright.test.seed=%d, step %d, %s: %s"
                                .formatted(seed, step, episode.doing(), failure.getMessage()),
                        failure);
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
