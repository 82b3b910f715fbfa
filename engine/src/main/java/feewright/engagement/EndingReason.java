package feewright.engagement;

import java.util.Locale;

/** Why an engagement ended early, as a code; words of it are content. */
public enum EndingReason {
    /** Both sides agreed. */
    AGREED,
    BY_CLIENT,
    BY_FIRM,
    COMPLETED,
    NON_PAYMENT,
    /** A successor takes over. Only a renewal says so. */
    RENEWED,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
