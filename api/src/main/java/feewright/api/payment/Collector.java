package feewright.api.payment;

import feewright.firm.FirmId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Goes through the outboxes of all firms, and has processors asked for what is due, a bounded number at once. Any number of
 * instances may: what one has taken, the others pass over.
 */
public final class Collector implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
    private static final long BREATH_MILLIS = 2;

    private final CollectionSettings settings;
    private final Outbox outbox;
    private final Callers callers;
    private final Thread ticker = Thread.ofPlatform().name("collector").daemon().unstarted(this::tick);
    private volatile boolean running;

    public Collector(CollectionSettings settings, Outbox outbox) {
        this.settings = settings;
        this.outbox = outbox;
        this.callers = new Callers(settings.workers());
    }

    private void tick() {
        while (running) {
            for (FirmId firm : shuffledFirms()) {
                if (!running) {
                    return;
                }
                collect(firm);
            }
            pause(settings.every().toMillis());
        }
    }

    private List<FirmId> shuffledFirms() {
        try {
            List<FirmId> firms = new ArrayList<>(outbox.firms().all());
            Collections.shuffle(firms);
            return firms;
        } catch (RuntimeException failure) {
            LOG.warn(
                    "the firms to collect for were not found: {}",
                    failure.getClass().getName());
            return List.of();
        }
    }

    /** Takes what the firm has due as fast as it is worked, but for no longer than the others can wait. */
    public void collect(FirmId firm) {
        try {
            long until = System.nanoTime() + settings.every().toNanos();
            do {
                while (running && callers.areBusy()) {
                    pause(BREATH_MILLIS);
                }
                List<Outbox.Call> calls = running ? outbox.take(firm, settings.workers()) : List.of();
                calls.forEach(callers::make);
                if (calls.isEmpty()) {
                    return;
                }
            } while (System.nanoTime() < until);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "collecting for firm {} stopped: {}",
                    firm,
                    failure.getClass().getName());
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        if (settings.enabled()) {
            ticker.start();
        }
    }

    /** Lets calls that are under way end, so that what they did is written down. */
    @Override
    public void stop() {
        running = false;
        ticker.interrupt();
        callers.end();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
