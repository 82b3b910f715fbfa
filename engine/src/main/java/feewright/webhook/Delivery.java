package feewright.webhook;

import feewright.platform.Coded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the delivery of an event to a subscription stands: a cursor, that the tries could rebuild. {@code tries} counts all that
 * were made, {@code failures} those in a row since it was announced or asked for by hand.
 */
public record Delivery(OutgoingEventId event, WebhookEndpointId to, int tries, int failures, State state) {

    /** When something is due that is due as soon as somebody comes. */
    public static final Instant AT_ONCE = Instant.EPOCH;

    /** What comes next. */
    public sealed interface State {

        /** When somebody has to come for it; null where nobody has. */
        @Nullable
        Instant at();

        Status phase();

        /** To be tried. */
        record Waiting(Instant at) implements State {
            @Override
            public Status phase() {
                return Status.WAITING;
            }
        }

        /** Somebody is trying; whoever comes after {@code at} may try again. */
        record Taken(Instant at) implements State {
            @Override
            public Status phase() {
                return Status.SENDING;
            }
        }

        /** Nothing, and why. */
        record Ended(Status phase) implements State {

            public Ended {
                if (!phase.isOver()) {
                    throw new IllegalArgumentException("it goes on");
                }
            }

            @Override
            public @Nullable Instant at() {
                return null;
            }
        }
    }

    /** The state in one word. */
    public enum Status implements Coded {
        WAITING,
        SENDING,
        /** The receiver answered 2xx. */
        DELIVERED,
        /** The last retry failed. */
        FAILED,
        /** The subscription ended first. */
        CANCELLED;

        public boolean isOver() {
            return this != WAITING && this != SENDING;
        }
    }

    Delivery taken(Instant until) {
        return new Delivery(event, to, tries, failures, new State.Taken(until));
    }

    /** Asked for by hand: all retries are ahead again. One that is being tried stays so. */
    Delivery again() {
        return state instanceof State.Taken ? this : new Delivery(event, to, tries, 0, new State.Waiting(AT_ONCE));
    }

    /** After a further try. What was delivered stays so, whatever a slower try comes to. */
    Delivery tried(boolean delivered, RetrySchedule.Wish wish) {
        if (delivered) {
            return new Delivery(event, to, tries + 1, failures, new State.Ended(Status.DELIVERED));
        }
        if (state.phase().isOver()) {
            return new Delivery(event, to, tries + 1, failures, state);
        }
        State next = RetrySchedule.next(failures + 1, wish)
                .<State>map(State.Waiting::new)
                .orElseGet(() -> new State.Ended(Status.FAILED));
        return new Delivery(event, to, tries + 1, failures + 1, next);
    }
}
