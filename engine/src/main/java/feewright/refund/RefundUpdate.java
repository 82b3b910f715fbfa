package feewright.refund;

import org.jspecify.annotations.Nullable;

/** What is said of a refund, by us or by the processor. {@code reference} is the processor's name of it; codes are never words. */
public sealed interface RefundUpdate {

    /** The state that a refund is in by this report. */
    RefundState state();

    /** The processor's name of the refund; null where it gave none. */
    default @Nullable String reference() {
        return null;
    }

    /** Whether the processor says it; or else we say that we do not know. */
    default boolean isOfTheProcessor() {
        return !(this instanceof Requested) && !(this instanceof Unanswered);
    }

    /** We committed to it. */
    record Requested() implements RefundUpdate {
        @Override
        public RefundState state() {
            return RefundState.REQUESTED;
        }
    }

    /** No answer, or none that says what became of it. */
    record Unanswered(String code) implements RefundUpdate {
        @Override
        public RefundState state() {
            return RefundState.UNKNOWN;
        }
    }

    record Pending(String reference) implements RefundUpdate {
        @Override
        public RefundState state() {
            return RefundState.PENDING;
        }
    }

    record ActionRequired(String reference) implements RefundUpdate {
        @Override
        public RefundState state() {
            return RefundState.ACTION_REQUIRED;
        }
    }

    record Succeeded(String reference) implements RefundUpdate {
        @Override
        public RefundState state() {
            return RefundState.SUCCEEDED;
        }
    }

    /** Null for the reference where the processor refused to make one. */
    record Failed(@Nullable String reference, String code) implements RefundUpdate {
        @Override
        public RefundState state() {
            return RefundState.FAILED;
        }
    }

    record Cancelled(String reference) implements RefundUpdate {
        @Override
        public RefundState state() {
            return RefundState.CANCELLED;
        }
    }
}
