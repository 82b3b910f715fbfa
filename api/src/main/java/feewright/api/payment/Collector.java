package feewright.api.payment;

import feewright.firm.FirmId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Goes through the outboxes of all firms, and asks processors for what is due with a bounded number of threads. Any number of
 * instances may: what one has taken, the others pass over.
 */
public final class Collector implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
    private static final int PATIENCE_SECONDS = 15;
    private static final long BREATH_MILLIS = 2;

    private final CollectionSettings settings;
    private final Outbox outbox;
    private final ThreadPoolExecutor workers;
    private final Thread ticker = Thread.ofPlatform().name("collector").daemon().unstarted(this::tick);
    private volatile boolean running;

    public Collector(CollectionSettings settings, Outbox outbox) {
        this.settings = settings;
        this.outbox = outbox;
        this.workers = new ThreadPoolExecutor(
                settings.workers(),
                settings.workers(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("collecting-", 1).factory());
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
                while (running && workers.getQueue().size() >= settings.workers()) {
                    pause(BREATH_MILLIS);
                }
                List<Outbox.Call> calls = running ? outbox.take(firm, settings.workers()) : List.of();
                calls.forEach(call -> workers.execute(() -> run(call)));
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

    /** What fails here falls due again by itself. */
    private void run(Outbox.Call call) {
        try {
            call.run().run();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "{} is left for later: {}", call.about(), failure.getClass().getName());
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
        workers.shutdown();
        try {
            if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a call to a processor did not end in time: its outcome is looked for later");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
