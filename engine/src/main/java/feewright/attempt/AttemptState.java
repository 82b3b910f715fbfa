package feewright.attempt;

import feewright.platform.Coded;

/** How a payment attempt stands (requirement A3). Derived from what was reported of it. */
public enum AttemptState implements Coded {
    /** Committed; the processor may have been called, or not yet. */
    INITIATED,
    /** The processor took it and does not know yet: bank debits take days. */
    PROCESSING,
    /** The customer has to authenticate. */
    ACTION_REQUIRED,
    SUCCEEDED,
    FAILED,
    /** Nobody knows: the answer was none, or could not be read. */
    UNKNOWN,
    CANCELLED;

    /** Whether another attempt at the same invoice has to wait for this one. */
    public boolean isLive() {
        return switch (this) {
            case INITIATED, PROCESSING, ACTION_REQUIRED, UNKNOWN -> true;
            case SUCCEEDED, FAILED, CANCELLED -> false;
        };
    }
}
