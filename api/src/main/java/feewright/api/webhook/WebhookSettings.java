package feewright.api.webhook;

import feewright.api.start.CheckedSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        @DefaultValue("false") boolean allowInsecure)
        implements CheckedSettings {

    /** Well below the lease of a delivery. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (workers <= 0 || !every.isPositive() || !timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
            faults.add("feewright.webhooks.workers, .every and .timeout have to be positive, and .timeout at most 30"
                    + " seconds");
        }
        if (secretKey != null
                && !secretKey.isBlank()
                && WebhookKey.read(secretKey).isEmpty()) {
            faults.add("feewright.webhooks.secret-key has to be 32 bytes or more, in Base64");
        }
        return faults;
    }

    /** Prints without the key. */
    @Override
    public String toString() {
        return "WebhookSettings[enabled=" + enabled + "]";
    }
}
