package feewright.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When what a processor did is asked for again; of refunds as of attempts. */
public final class PollSchedule {

    /** How long whoever took an errand has it for himself; longer than any call to a processor takes. */
    public static final Duration LEASE = Duration.ofMinutes(3);

    /** How long the same key is safe to send again. Stripe may forget keys after 24 hours; an hour is kept for clocks and queues. */
    public static final Duration KEY_LASTS = Duration.ofHours(23);

    /** Bank debits and customers take hours and days; the processor says so by itself, and this is for when its word is lost. */
    public static final Duration UNDER_WAY = Duration.ofHours(6);

    private static final Duration NOT_SENT = Duration.ofSeconds(30);

    private static final List<Duration> UNKNOWN =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    private PollSchedule() {}

    /** How long after this many answers (at least one) that left open what was done. */
    public static Duration unknown(long answers) {
        return UNKNOWN.get(Math.clamp(answers, 1, UNKNOWN.size()) - 1);
    }

    /** After {@code wait}, or after what the processor asked for (null: it did not) if that is longer. */
    public static Instant after(Duration wait, @Nullable Duration asked, Instant now) {
        return now.plus(asked != null && asked.compareTo(wait) > 0 ? asked : wait);
    }

    /** Whether what was made at {@code made} may be sent again under its key. */
    public static boolean keyLasts(Instant made, Instant now) {
        return now.isBefore(made.plus(KEY_LASTS));
    }

    /** When the outcome of a live attempt is looked for again. */
    static Instant next(PaymentAttempt attempt, ProcessorResponse answer, Instant now) {
        Duration wait = switch (attempt.state()) {
            case UNKNOWN ->
                unknown(attempt.events().stream()
                        .filter(event -> event.report().state() == AttemptState.UNKNOWN)
                        .count());
            case INITIATED -> NOT_SENT;
            case PROCESSING, ACTION_REQUIRED, SUCCEEDED, FAILED, CANCELLED -> UNDER_WAY;
        };
        return after(wait, answer.retryAfter(), now);
    }
}
