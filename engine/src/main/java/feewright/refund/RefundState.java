package feewright.refund;

import feewright.platform.Coded;

/** How a refund stands. Derived from what was reported of it. */
public enum RefundState implements Coded {
    /** In the journal; the processor may have been asked, or not yet. */
    REQUESTED,
    /** Nobody knows: the answer was none, or could not be read. */
    UNKNOWN,
    /** The processor has it, and does not know yet. */
    PENDING,
    /** The client has to say where the money is to go. */
    ACTION_REQUIRED,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** Whether nothing is awaited any more. A bank may still send back what succeeded. */
    public boolean isOver() {
        return switch (this) {
            case REQUESTED, UNKNOWN, PENDING, ACTION_REQUIRED -> false;
            case SUCCEEDED, FAILED, CANCELLED -> true;
        };
    }

    /** Whether the money is out of the firm's hands, or on its way. */
    public boolean takesMoney() {
        return this != FAILED && this != CANCELLED;
    }
}
