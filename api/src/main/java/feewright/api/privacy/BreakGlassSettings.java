package feewright.api.privacy;

import feewright.api.start.CheckedSettings;
import feewright.privacy.BreakGlassSession;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long a break-glass session may last at most: up to a day. */
@ConfigurationProperties("feewright.break-glass")
public record BreakGlassSettings(@DefaultValue("PT4H") Duration longest) implements CheckedSettings {

    @Override
    public List<String> faults() {
        return longest.isPositive() && longest.compareTo(BreakGlassSession.LONGEST) <= 0
                ? List.of()
                : List.of("feewright.break-glass.longest has to be above zero, and a day at most");
    }
}
