package feewright.api.traffic;

import org.springframework.boot.context.properties.bind.DefaultValue;

/** How much one caller may ask: requests a second, as many at a stretch after a pause, and as many under way at once. */
public record Rate(
        @DefaultValue("50") int perSecond,
        @DefaultValue("200") int burst,
        @DefaultValue("50") int atOnce) {

    /** A bucket is refilled by one in a nanosecond at most. */
    private static final int MOST_PER_SECOND = 1_000_000_000;

    /** For whoever is not counted. */
    static final Rate UNLIMITED = new Rate(MOST_PER_SECOND, Integer.MAX_VALUE, Integer.MAX_VALUE);

    boolean isUsable() {
        return perSecond > 0 && perSecond <= MOST_PER_SECOND && burst > 0 && atOnce > 0;
    }
}
