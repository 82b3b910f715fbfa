package feewright.api.health;

import feewright.api.rounds.Loop;
import feewright.api.rounds.Looping;
import feewright.jdbc.database.DatabaseProbe;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks twice a second whether the database answers, so that whoever asks for the health of the instance is answered at once. */
public final class DatabaseWatch implements SmartLifecycle, Looping {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration REST = Duration.ofMillis(500);

    /** With an answer that is older, the database hangs. */
    private static final Duration FRESH = Duration.ofMillis(1900);

    private final DatabaseProbe probe;
    private final Loop loop = new Loop("database-watch", REST, this::look);
    private volatile boolean answered;
    private volatile long answeredAt;

    public DatabaseWatch(DatabaseProbe probe) {
        this.probe = probe;
    }

    private void look() {
        boolean answers = probe.answers();
        if (answered && !answers) {
            LOG.warn("the database does not answer: requests get 503, and what goes round waits");
        } else if (!answered && answers) {
            LOG.info("the database answers");
        }
        answered = answers;
        answeredAt = System.nanoTime();
    }

    /** Whether the database answers, as of the last two seconds. */
    boolean databaseAnswers() {
        return answered && System.nanoTime() - answeredAt < FRESH.toNanos();
    }

    @Override
    public Loop loop() {
        return loop;
    }

    /** Looks once before anything asks. */
    @Override
    public void start() {
        look();
        loop.begin(true);
    }

    @Override
    public void stop() {
        loop.end();
        probe.close();
    }

    @Override
    public boolean isRunning() {
        return loop.isGoing();
    }
}
