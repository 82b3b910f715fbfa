package feewright.api.traffic;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** What one caller may still ask. Whoever was let in has to leave. */
final class Allowance {

    private final Bucket bucket;
    private final Semaphore places;

    Allowance(Rate rate, TimeMeter time) {
        bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
        places = new Semaphore(rate.atOnce());
    }

    /** Zero if the caller is let in, else after how many seconds it may ask again. Without {@code counting}, a place is all that is asked. */
    long enter(boolean counting) {
        if (!places.tryAcquire()) {
            return 1;
        }
        if (!counting) {
            return 0;
        }
        ConsumptionProbe asked = bucket.tryConsumeAndReturnRemaining(1);
        if (asked.isConsumed()) {
            return 0;
        }
        places.release();
        return Math.ceilDiv(
                asked.getNanosToWaitForRefill(), Duration.ofSeconds(1).toNanos());
    }

    void leave() {
        places.release();
    }
}
