package feewright.api.attempt;

import feewright.api.start.CheckedSettings;
import java.time.Duration;
import java.util.List;
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
        @DefaultValue("PT0S") Duration simulatedDelay)
        implements CheckedSettings {

    @Override
    public List<String> faults() {
        return workers > 0 && every.isPositive() && !simulatedDelay.isNegative()
                ? List.of()
                : List.of("feewright.collection.workers and .every have to be positive, and .simulated-delay not below"
                        + " zero");
    }
}
