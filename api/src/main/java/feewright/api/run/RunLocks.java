package feewright.api.run;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;

/** Locks that keep instances from doing the same work twice, each for {@code atMost} unless it is extended. */
public record RunLocks(LockProvider provider, Duration atMost, Clock clock) {

    /** The lock of this name; empty while somebody else has it. */
    Optional<Held> take(String name) {
        return provider.lock(new LockConfiguration(clock.instant(), name, atMost, Duration.ZERO))
                .map(lock -> new Held(lock, atMost));
    }

    /** A lock that was taken. Of one thread. */
    static final class Held implements AutoCloseable {

        private final Duration atMost;
        private Optional<SimpleLock> lock;
        private long extendedAt = System.nanoTime();
        private boolean fresh = true;

        private Held(SimpleLock lock, Duration atMost) {
            this.lock = Optional.of(lock);
            this.atMost = atMost;
        }

        /** Whether it is still held, and for long enough. The first answer is yes, so that the shortest lock gets something done. */
        boolean holds() {
            long elapsed = System.nanoTime() - extendedAt;
            if (!fresh && elapsed > atMost.toNanos() / 3) {
                lock = lock.flatMap(held -> held.extend(atMost, Duration.ZERO));
                extendedAt = System.nanoTime();
            }
            fresh = false;
            return lock.isPresent();
        }

        @Override
        public void close() {
            lock.ifPresent(SimpleLock::unlock);
        }
    }
}
