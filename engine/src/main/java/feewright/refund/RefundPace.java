package feewright.refund;

import feewright.attempt.Pace;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When what is not known of a refund is asked for again. */
final class RefundPace {

    private RefundPace() {}

    /** When a refund is asked about again; null once it is over. */
    static @Nullable Instant next(Refund refund, @Nullable Duration asked, Instant now) {
        return switch (refund.state()) {
            case REQUESTED, UNKNOWN -> Pace.after(Pace.unknown(unknowns(refund)), asked, now);
            case PENDING, ACTION_REQUIRED -> Pace.after(Pace.UNDER_WAY, asked, now);
            case SUCCEEDED, FAILED, CANCELLED -> null;
        };
    }

    private static long unknowns(Refund refund) {
        return refund.events().stream()
                .filter(event -> event.report().state() == RefundState.UNKNOWN)
                .count();
    }
}
