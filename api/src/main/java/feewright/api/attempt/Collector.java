package feewright.api.attempt;

import feewright.api.rounds.FirmRounds;
import feewright.api.rounds.Loop;
import feewright.api.rounds.Looping;
import feewright.platform.FirmId;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/**
 * Goes through the outboxes of all firms, and has processors asked for what is due, a bounded number at once. Any number of
 * instances may: what one has taken, the others pass over.
 */
public final class Collector implements SmartLifecycle, Looping {

    private static final Duration BREATH = Duration.ofMillis(2);

    private final CollectionSettings settings;
    private final CollectorWork outbox;
    private final ProcessorCallThreads callers;
    private final FirmRounds rounds;

    public Collector(CollectionSettings settings, CollectorWork outbox) {
        this.settings = settings;
        this.outbox = outbox;
        this.callers = new ProcessorCallThreads(settings.workers());
        this.rounds = new FirmRounds("collector", outbox.firms(), settings.every(), this::collect);
    }

    /** Takes what the firm has due as fast as it is worked, but for no longer than the others can wait. */
    public void collect(FirmId firm) {
        long until = System.nanoTime() + settings.every().toNanos();
        do {
            while (loop().isGoing() && callers.areBusy()) {
                Loop.pause(BREATH);
            }
            List<CollectorWork.Call> calls = loop().isGoing() ? outbox.take(firm, settings.workers()) : List.of();
            calls.forEach(callers::make);
            if (calls.isEmpty()) {
                return;
            }
        } while (System.nanoTime() < until);
    }

    @Override
    public Loop loop() {
        return rounds.loop();
    }

    @Override
    public void start() {
        loop().begin(settings.enabled());
    }

    /** Lets calls that are under way end, so that what they did is written down. */
    @Override
    public void stop() {
        loop().end();
        callers.end();
    }

    @Override
    public boolean isRunning() {
        return loop().isGoing();
    }
}
