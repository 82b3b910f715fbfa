package feewright.api.run;

import feewright.api.start.CheckedSettings;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this instance bills. {@code enabled}: on schedule, {@code every} so often; what is asked of it by a request it works always.
 * {@code workers} are threads; {@code lockAtMostFor} is how long the slice of a dead instance stays locked.
 */
@ConfigurationProperties("feewright.billing")
public record BillingSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("PT1M") Duration every,
        @DefaultValue("2") int workers,
        @DefaultValue("PT1M") Duration lockAtMostFor)
        implements CheckedSettings {

    @Override
    public List<String> faults() {
        return workers > 0 && every.isPositive() && lockAtMostFor.isPositive()
                ? List.of()
                : List.of("feewright.billing.workers, .every and .lock-at-most-for have to be positive");
    }
}
