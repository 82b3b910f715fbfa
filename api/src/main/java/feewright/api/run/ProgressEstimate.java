package feewright.api.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How fast something is done, and so how long the rest takes. Tells nothing before something was done. */
public record ProgressEstimate(long done, Duration elapsed) {

    private static final int MILLIS = 1000;

    /** With one decimal. */
    public @Nullable BigDecimal perSecond() {
        return tellsNothing()
                ? null
                : BigDecimal.valueOf(done)
                        .multiply(BigDecimal.valueOf(MILLIS))
                        .divide(BigDecimal.valueOf(elapsed.toMillis()), 1, RoundingMode.HALF_UP);
    }

    /** Whole seconds, rounded up. */
    public @Nullable Long secondsFor(long more) {
        return tellsNothing()
                ? null
                : BigDecimal.valueOf(Math.max(0, more))
                        .multiply(BigDecimal.valueOf(elapsed.toMillis()))
                        .divide(BigDecimal.valueOf(done).multiply(BigDecimal.valueOf(MILLIS)), 0, RoundingMode.CEILING)
                        .longValueExact();
    }

    private boolean tellsNothing() {
        return done <= 0 || elapsed.toMillis() <= 0;
    }
}
