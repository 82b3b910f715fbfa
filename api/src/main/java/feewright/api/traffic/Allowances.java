package feewright.api.traffic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The allowances of callers of one kind. A bounded number is remembered; whoever is forgotten begins with a full one. */
final class Allowances {

    private final Rate rate;
    private final TimeMeter time;
    private final Cache<String, Allowance> callers;

    Allowances(Rate rate, int atMost, TimeMeter time) {
        this.rate = rate;
        this.time = time;
        this.callers = Caffeine.newBuilder()
                .maximumSize(atMost)
                .expireAfterAccess(forgotten(rate))
                .build();
    }

    /** Of a caller that may be a new one. */
    Allowance of(String caller) {
        return callers.get(caller, any -> new Allowance(rate, time));
    }

    /** Of a caller that is known; null otherwise. */
    @Nullable
    Allowance known(String caller) {
        return callers.getIfPresent(caller);
    }

    long remembered() {
        callers.cleanUp();
        return callers.estimatedSize();
    }

    /** Long after its bucket is full again. */
    private static Duration forgotten(Rate rate) {
        return Duration.ofMinutes(10).plusSeconds(rate.burst() / rate.perSecond());
    }
}
