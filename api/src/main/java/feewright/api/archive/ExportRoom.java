package feewright.api.archive;

import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.platform.FirmId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * How many archives an instance writes and gives at a time: one of each firm, and so many in all. Few of them are being written, for
 * that takes a connection each, and the others wait for it.
 */
final class ExportRoom {

    private static final int WRITTEN_AT_ONCE = 2;

    private final Semaphore places;
    private final Semaphore writing = new Semaphore(WRITTEN_AT_ONCE, true);
    private final Set<FirmId> firms = ConcurrentHashMap.newKeySet();

    ExportRoom(int most) {
        this.places = new Semaphore(most);
    }

    /** A place, until it is given back. */
    interface Place extends AutoCloseable {

        @Override
        void close();
    }

    /** Refuses where the firm has one, or none is left. */
    Place enter(FirmId firm) {
        if (!firms.add(firm)) {
            throw new ProblemException(ProblemCode.EXPORT_UNDER_WAY);
        }
        if (!places.tryAcquire()) {
            firms.remove(firm);
            throw new ProblemException(ProblemCode.EXPORT_UNDER_WAY);
        }
        return () -> {
            places.release();
            firms.remove(firm);
        };
    }

    /** Writes, as soon as there is a turn for it. */
    void write(Runnable work) {
        writing.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            writing.release();
        }
    }
}
