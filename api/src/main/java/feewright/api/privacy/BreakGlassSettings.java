package feewright.api.privacy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long a break-glass session may last at most: up to a day. */
@ConfigurationProperties("feewright.break-glass")
public record BreakGlassSettings(@DefaultValue("PT4H") Duration longest) {}
