package feewright.api.rounds;

import feewright.firm.FirmId;
import feewright.firm.Firms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Visits all firms, rests, and begins again, on a thread of its own. Each round and each instance has another order, so that a firm
 * that takes long is not always before the same others.
 */
public final class FirmRounds {

    private static final Logger LOG = LoggerFactory.getLogger(FirmRounds.class);

    private final Firms firms;
    private final Duration rest;
    private final Consumer<FirmId> visit;
    private final Thread thread;
    private volatile boolean running;

    /** Does nothing until it begins. The name is that of the thread. */
    public FirmRounds(String name, Firms firms, Duration rest, Consumer<FirmId> visit) {
        this.firms = firms;
        this.rest = rest;
        this.visit = visit;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::goRound);
    }

    private void goRound() {
        while (running) {
            for (FirmId firm : shuffled(firms)) {
                if (!running) {
                    return;
                }
                visit.accept(firm);
            }
            pause(rest);
        }
    }

    /** From now on firms may be visited: by themselves if this is {@code enabled}, by a call in any case. */
    public void begin(boolean enabled) {
        running = true;
        if (enabled) {
            thread.start();
        }
    }

    /** The firm that is visited now is the last. */
    public void end() {
        running = false;
        thread.interrupt();
    }

    public boolean areGoing() {
        return running;
    }

    /** All firms in a new order; none, and a warning, where they cannot be read. */
    public static List<FirmId> shuffled(Firms firms) {
        try {
            List<FirmId> all = new ArrayList<>(firms.all());
            Collections.shuffle(all);
            return all;
        } catch (RuntimeException failure) {
            LOG.warn(
                    "a round of {} found no firms: {}",
                    Thread.currentThread().getName(),
                    failure.getClass().getName());
            return List.of();
        }
    }

    /** Rests; no longer once the rounds end. */
    public static void pause(Duration rest) {
        try {
            Thread.sleep(rest);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
