package feewright.attempt;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What is said of an attempt, by us or by the processor. {@code reference} is the processor's name of the payment. */
public sealed interface AttemptUpdate {

    /** The state that an attempt is in by this report. */
    AttemptState state();

    /** Whether the processor says it, as the outcome or the state of a payment; or else we say that we do not know. */
    default boolean isOfTheProcessor() {
        return switch (this) {
            case Initiated _, NotSent _, Unknown _, NotFound _ -> false;
            case Processing _, ActionRequired _, Succeeded _, Failed _, Cancelled _ -> true;
        };
    }

    /** We committed to it. */
    record Initiated() implements AttemptUpdate {
        @Override
        public AttemptState state() {
            return AttemptState.INITIATED;
        }
    }

    /** It certainly was not taken, and can be sent again: the processor asked to come later. */
    record NotSent(String code) implements AttemptUpdate {
        @Override
        public AttemptState state() {
            return AttemptState.INITIATED;
        }
    }

    record Processing(String reference) implements AttemptUpdate {
        @Override
        public AttemptState state() {
            return AttemptState.PROCESSING;
        }
    }

    record ActionRequired(String reference) implements AttemptUpdate {
        @Override
        public AttemptState state() {
            return AttemptState.ACTION_REQUIRED;
        }
    }

    /** So much came in, which may be another amount than was asked for. */
    record Succeeded(String reference, Money amount) implements AttemptUpdate {
        @Override
        public AttemptState state() {
            return AttemptState.SUCCEEDED;
        }
    }

    /** Null for the reference where the processor did not get as far as to make a payment. */
    record Failed(@Nullable String reference, PaymentFailure failure) implements AttemptUpdate {
        @Override
        public AttemptState state() {
            return AttemptState.FAILED;
        }
    }

    /** No answer, or none that can be read; the code says how: {@code timeout}, {@code unreadable}. */
    record Unknown(String code) implements AttemptUpdate {
        @Override
        public AttemptState state() {
            return AttemptState.UNKNOWN;
        }
    }

    /** A look-up found no such payment. */
    record NotFound() implements AttemptUpdate {
        @Override
        public AttemptState state() {
            return AttemptState.UNKNOWN;
        }
    }

    record Cancelled(@Nullable String reference) implements AttemptUpdate {
        @Override
        public AttemptState state() {
            return AttemptState.CANCELLED;
        }
    }
}
