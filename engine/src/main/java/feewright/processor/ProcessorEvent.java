package feewright.processor;

import feewright.attempt.AttemptId;
import feewright.attempt.UpdateOutcome;
import feewright.platform.Coded;
import feewright.platform.FirmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a processor told by itself, as it landed: a fact, whose body is content and kept apart. {@code readings} are what came
 * of interpreting it, oldest first; none while it waits.
 */
public record ProcessorEvent(
        ProcessorEventId id, FirmId firm, Named named, Instant receivedAt, List<Interpretation> readings) {

    public ProcessorEvent {
        readings = List.copyOf(readings);
    }

    /** What the processor calls it: processor, name, type, what it is about, and when it was made. */
    public record Named(
            String processor,
            String name,
            String type,
            @Nullable String object,
            Instant createdAt) {}

    /** What came of it, with a code that says more, and the attempt that it was about. */
    public record Interpretation(
            int number,
            Outcome outcome,
            @Nullable String code,
            @Nullable AttemptId attempt,
            Instant at) {}

    /** What came of interpreting an event. */
    public enum Outcome implements Coded {
        /** It changed an attempt. */
        APPLIED,
        /** No rule permits the change; it is kept with the attempt. */
        UNAPPLIED,
        /** It says what is known already, or what was so before something that is known ({@code earlier}). */
        KNOWN,
        /** It contradicts what is known of something that was over: the processor was asked how it stands now. */
        LOOKED_UP,
        /** Its type, version or object means nothing here. */
        UNINTERPRETED,
        /** The firm has no such attempt. */
        ATTEMPT_NOT_FOUND,
        /** The firm knows no such payment yet; it is read again later. */
        PAYMENT_NOT_FOUND;

        static Outcome of(UpdateOutcome recorded, Outcome notFound) {
            return switch (recorded) {
                case APPLIED -> APPLIED;
                case UNAPPLIED -> UNAPPLIED;
                case KNOWN -> KNOWN;
                case NOT_FOUND -> notFound;
            };
        }
    }

    /** The latest reading; empty while it waits. */
    public Optional<Interpretation> latest() {
        return readings.isEmpty() ? Optional.empty() : Optional.of(readings.getLast());
    }
}
