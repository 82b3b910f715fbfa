package feewright.processor;

import feewright.attempt.AttemptEvent;
import feewright.attempt.PaymentAttempt;
import feewright.platform.Coded;
import java.time.Duration;
import java.time.Instant;

/** Whether an event happened before or after what an attempt ended with: processors deliver in any order. */
enum EventOrder implements Coded {
    EARLIER,
    LATER,
    /** In the same second, or by two clocks that may differ. */
    UNCLEAR;

    /** Processors tell whole seconds. */
    private static final Duration ONE_CLOCK = Duration.ofSeconds(1);

    private static final Duration TWO_CLOCKS = Duration.ofMinutes(5);

    static EventOrder of(ProcessorEvent event, PaymentAttempt attempt) {
        AttemptEvent latest = attempt.lastWord().orElseThrow();
        Instant happened = event.named().createdAt();
        boolean oneClock = latest.source().kind() == AttemptEvent.Kind.EVENT;
        Duration after = Duration.between(latest.at(), happened);
        if (after.abs().compareTo(oneClock ? ONE_CLOCK : TWO_CLOCKS) < 0) {
            return UNCLEAR;
        }
        return after.isNegative() ? EARLIER : LATER;
    }
}
