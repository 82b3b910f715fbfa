package feewright.api.attempt;

import feewright.api.rounds.KeepGoing;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that ask processors, and half as many clerks that write answers down: while an answer is written, its caller asks the
 * next. An answer that no clerk is free for is written by its caller, so that answers never pile up, nor get lost when all stop.
 */
final class ProcessorCallThreads {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorCallThreads.class);
    private static final int PATIENCE_SECONDS = 15;

    private final int count;
    private final ThreadPoolExecutor callers;
    private final ThreadPoolExecutor clerks;

    ProcessorCallThreads(int count) {
        this.count = count;
        this.callers = threads("collecting-", count, new LinkedBlockingQueue<>());
        this.clerks = threads("recording-", Math.ceilDiv(count, 2), new ArrayBlockingQueue<>(count));
        this.clerks.setRejectedExecutionHandler((answer, _) -> answer.run());
    }

    private static ThreadPoolExecutor threads(String name, int count, BlockingQueue<Runnable> waiting) {
        return new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                waiting,
                Thread.ofPlatform().name(name, 1).factory());
    }

    /** Whether as many calls wait as can be made at once. */
    boolean areBusy() {
        return callers.getQueue().size() >= count;
    }

    void make(CollectorWork.Call call) {
        callers.execute(() -> orLater(call, () -> {
            Runnable answer = call.asking().get();
            clerks.execute(() -> orLater(call, answer));
        }));
    }

    /** What fails falls due again by itself. */
    private static void orLater(CollectorWork.Call call, Runnable work) {
        KeepGoing.through(call.about(), work);
    }

    /** Lets calls that are under way end, so that what they did is written down. */
    void end() {
        try {
            boolean asked = ended(callers);
            boolean written = ended(clerks);
            if (!asked || !written) {
                LOG.warn("a call to a processor did not end in time: its outcome is looked for later");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(ThreadPoolExecutor threads) throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
