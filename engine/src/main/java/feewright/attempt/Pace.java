package feewright.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When what is not known is asked for again. */
final class Pace {

    /** How long whoever took an errand has it for himself; longer than any call to a processor takes. */
    static final Duration LEASE = Duration.ofMinutes(3);

    /** How long the same key is safe to send again. Stripe may forget keys after 24 hours; an hour is kept for clocks and queues. */
    static final Duration KEY_LASTS = Duration.ofHours(23);

    /** Bank debits and customers take hours and days; the processor says so by itself, and this is for when its word is lost. */
    private static final Duration UNDER_WAY = Duration.ofHours(6);

    private static final Duration NOT_SENT = Duration.ofSeconds(30);

    private static final List<Duration> UNKNOWN =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    private Pace() {}

    /** When the outcome of a live attempt is looked for again. */
    static Instant next(PaymentAttempt attempt, Answer answer, Instant now) {
        Duration wait = switch (attempt.state()) {
            case UNKNOWN -> UNKNOWN.get(Math.min(unknowns(attempt), UNKNOWN.size()) - 1);
            case INITIATED -> NOT_SENT;
            case PROCESSING, ACTION_REQUIRED, SUCCEEDED, FAILED, CANCELLED -> UNDER_WAY;
        };
        Duration asked = answer.retryAfter();
        return now.plus(asked != null && asked.compareTo(wait) > 0 ? asked : wait);
    }

    static boolean keyLasts(PaymentAttempt attempt, Instant now) {
        return now.isBefore(attempt.made().at().plus(KEY_LASTS));
    }

    private static int unknowns(PaymentAttempt attempt) {
        return Math.toIntExact(Math.max(
                1,
                attempt.events().stream()
                        .filter(event -> event.report().state() == AttemptState.UNKNOWN)
                        .count()));
    }
}
