package feewright.api.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this instance tells receivers. {@code every}: how often it looks for what is due; {@code workers}: how many requests it has
 * under way at most; {@code timeout}: how long a request may take in all; {@code secretKey}: what signing secrets are derived from,
 * 32 bytes or more in Base64; {@code allowInsecure}: whether http and addresses of this network will do, as in a demo.
 */
@ConfigurationProperties("feewright.webhooks")
public record WebhookSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("PT5S") Duration every,
        @DefaultValue("16") int workers,
        @DefaultValue("PT10S") Duration timeout,
        @Nullable String secretKey,
        @DefaultValue("false") boolean allowInsecure) {

    /** Well below the lease of a delivery. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Whether every setting has a value that it can have. */
    public boolean isUsable() {
        return workers > 0 && every.isPositive() && timeout.isPositive() && timeout.compareTo(LONGEST) <= 0;
    }

    /** Prints without the key. */
    @Override
    public String toString() {
        return "WebhookSettings[enabled=" + enabled + "]";
    }
}
