package feewright.refund;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When what is not known of a refund is asked for again. */
final class RefundPace {

    /** How long whoever took an errand has it for himself; longer than any call to a processor takes. */
    static final Duration LEASE = Duration.ofMinutes(3);

    /** How long the same key is safe to send again. Stripe may forget keys after 24 hours; an hour is kept for clocks and queues. */
    static final Duration KEY_LASTS = Duration.ofHours(23);

    /** Banks take days; the processor says so by itself, and this is for when its word is lost. */
    private static final Duration UNDER_WAY = Duration.ofHours(6);

    private static final List<Duration> UNKNOWN =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    private RefundPace() {}

    /** When a refund is asked about again; null once it is over. */
    static @Nullable Instant next(Refund refund, @Nullable Duration asked, Instant now) {
        if (refund.state().isOver()) {
            return null;
        }
        boolean unknown = refund.state() == RefundState.UNKNOWN || refund.state() == RefundState.REQUESTED;
        Duration wait = unknown ? UNKNOWN.get(Math.min(unknowns(refund), UNKNOWN.size() - 1)) : UNDER_WAY;
        return now.plus(asked != null && asked.compareTo(wait) > 0 ? asked : wait);
    }

    static boolean keyLasts(Refund refund, Instant now) {
        return now.isBefore(refund.made().at().plus(KEY_LASTS));
    }

    private static int unknowns(Refund refund) {
        return Math.toIntExact(Math.max(
                0,
                refund.events().stream()
                                .filter(event -> event.report().state() == RefundState.UNKNOWN)
                                .count()
                        - 1));
    }
}
