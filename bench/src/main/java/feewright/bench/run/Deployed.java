package feewright.bench.run;

import feewright.api.attempt.Collector;
import feewright.bench.Deployment;
import feewright.bench.Tokens;
import feewright.jdbc.database.EmbeddedDatabase;
import feewright.platform.FirmId;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as it is deployed, but for that it collects when it is told to. */
record Deployed(ConfigurableApplicationContext context) implements AutoCloseable {

    /** How long the simulated processor takes, and how many are asked at once. */
    record Calls(int workers, Duration answer) {

        /** How many answers a second there can be at most. */
        long mostPerSecond() {
            return workers * 1_000L / answer.toMillis();
        }
    }

    static Deployed on(EmbeddedDatabase database, Calls calls) {
        return new Deployed(Deployment.on(database, Tokens.make())
                .properties(
                        "feewright.collection.workers=" + calls.workers(),
                        "feewright.collection.simulated-delay=" + calls.answer(),
                        "feewright.database.migrate=false")
                .run());
    }

    /** One turn of the collector: gives the firm up once nothing is due, or its time is over. */
    void collect(FirmId firm) {
        context.getBean(Collector.class).collect(firm);
    }

    @Override
    public void close() {
        context.close();
    }
}
