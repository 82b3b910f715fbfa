package feewright.api.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this instance collects. {@code every}: how often it looks for what is due; {@code workers}: how many calls to processors it
 * has under way at most; {@code simulatedDelay}: how long the simulated processor takes to answer.
 */
@ConfigurationProperties("feewright.collection")
public record CollectionSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("PT5S") Duration every,
        @DefaultValue("8") int workers,
        @DefaultValue("PT0S") Duration simulatedDelay) {

    /** Whether every setting has a value that it can have. */
    public boolean isUsable() {
        return workers > 0 && every.isPositive() && !simulatedDelay.isNegative();
    }
}
