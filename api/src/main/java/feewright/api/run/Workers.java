package feewright.api.run;

import feewright.api.rounds.KeepGoing;
import feewright.api.rounds.Loop;
import feewright.platform.FirmId;
import feewright.platform.StorageUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of this instance that work slices. A firm is worked one slice at a time in each place and then goes to the end of the
 * queue, so that a large firm does not keep the others waiting.
 */
public final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final int PATIENCE_SECONDS = 15;
    private static final Duration WHILE_AWAY = Duration.ofSeconds(1);

    private final OpenWork work;
    private final RunLocks locks;
    private final int places;
    private final ThreadPoolExecutor threads;
    private final Set<Place> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /** One of the places that a firm has in the queue. */
    private record Place(FirmId firm, int number) {}

    /** So many threads. They end with {@link #close}. */
    public Workers(OpenWork work, RunLocks locks, int places) {
        this.work = work;
        this.locks = locks;
        this.places = places;
        this.threads = new ThreadPoolExecutor(
                places,
                places,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("billing-", 1).factory(),
                new DiscardPolicy());
    }

    /** Has the firm's unfinished runs worked, as far as nobody else does. Returns at once. */
    public void wake(FirmId firm) {
        for (int number = 0; number < places; number++) {
            queue(new Place(firm, number));
        }
    }

    /** Works the firm's unfinished runs on the calling thread, beside the workers, and returns when none is left. */
    public void finish(FirmId firm) {
        long patience = System.nanoTime() + locks.atMost().multipliedBy(2).toNanos();
        while (!work.of(firm).isEmpty()) {
            if (closing || System.nanoTime() > patience) {
                throw new IllegalStateException("a run does not end");
            }
            if (worksOne(firm)) {
                patience = System.nanoTime() + locks.atMost().multipliedBy(2).toNanos();
            } else {
                AdvanceClock.pause();
            }
        }
    }

    /** Has something done by a worker, in its turn. */
    void submit(String what, Runnable work) {
        threads.execute(() -> KeepGoing.through(what, work));
    }

    private void queue(Place place) {
        if (waiting.add(place)) {
            threads.execute(() -> {
                waiting.remove(place);
                if (!closing && worksOne(place.firm())) {
                    queue(place);
                }
            });
        }
    }

    /** Whether there may be more. A database that is away keeps the place, so that what a request asked for goes on by itself. */
    private boolean worksOne(FirmId firm) {
        try {
            return KeepGoing.unlessAway("billing of firm " + firm, () -> workedOne(firm), false);
        } catch (StorageUnavailable away) {
            LOG.warn("billing of firm {}: the database cannot be reached; goes on later", firm);
            Loop.pause(WHILE_AWAY);
            return true;
        }
    }

    private boolean workedOne(FirmId firm) {
        List<OpenWork.Piece> open = work.of(firm);
        int start = open.isEmpty() ? 0 : ThreadLocalRandom.current().nextInt(open.size());
        for (int i = 0; i < open.size() && !closing; i++) {
            if (works(open.get((start + i) % open.size()))) {
                return true;
            }
        }
        return false;
    }

    private boolean works(OpenWork.Piece found) {
        Optional<RunLocks.Held> lock = locks.take(found.lock());
        if (lock.isEmpty()) {
            return false;
        }
        try (RunLocks.Held held = lock.get()) {
            return work.work(found, () -> !closing && held.holds());
        }
    }

    /** Ends the shifts after their batches, and waits for them for a while. */
    @Override
    public void close() {
        closing = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a batch did not end in time: another instance takes its slice up");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
