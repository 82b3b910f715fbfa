package feewright.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a delivery that failed is tried again: soon at first, then ever later, for about three days in all. */
public final class RetrySchedule {

    /** How long is waited after each failure. The Standard Webhooks specification recommends about these, and three days. */
    public static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(12),
            Duration.ofHours(12),
            Duration.ofHours(12),
            Duration.ofHours(12));

    /** However long a receiver asks to wait. */
    static final Duration LONGEST = Duration.ofDays(1);

    private RetrySchedule() {}

    /** When it failed, and how long the receiver asked to wait (Retry-After), if it did. */
    public record Wish(Instant now, @Nullable Duration retryAfter) {}

    /** When it is tried again after so many failures in a row; empty where it is given up. */
    static Optional<Instant> next(int failures, Wish wish) {
        if (failures > WAITS.size()) {
            return Optional.empty();
        }
        Duration wait = WAITS.get(failures - 1);
        Duration asked = wish.retryAfter();
        Duration longer = asked != null && asked.compareTo(wait) > 0 ? asked : wait;
        return Optional.of(wish.now().plus(longer.compareTo(LONGEST) > 0 ? LONGEST : longer));
    }
}
