package feewright.refund;

import feewright.attempt.PollSchedule;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When what is not known of a refund is asked for again. */
final class RefundPollSchedule {

    private RefundPollSchedule() {}

    /** When a refund is asked about again; null once it is over. */
    static @Nullable Instant next(Refund refund, @Nullable Duration asked, Instant now) {
        return switch (refund.state()) {
            case REQUESTED, UNKNOWN -> PollSchedule.after(PollSchedule.unknown(unknowns(refund)), asked, now);
            case PENDING, ACTION_REQUIRED -> PollSchedule.after(PollSchedule.UNDER_WAY, asked, now);
            case SUCCEEDED, FAILED, CANCELLED -> null;
        };
    }

    private static long unknowns(Refund refund) {
        return refund.events().stream()
                .filter(event -> event.report().state() == RefundState.UNKNOWN)
                .count();
    }
}
