package feewright.engagement;

import feewright.platform.Coded;

/** Why an engagement ended early, as a code; words of it are content. */
public enum EndingReason implements Coded {
    /** Both sides agreed. */
    AGREED,
    BY_CLIENT,
    BY_FIRM,
    COMPLETED,
    NON_PAYMENT,
    /** A successor takes over. Only a renewal says so. */
    RENEWED,
    OTHER;
}
