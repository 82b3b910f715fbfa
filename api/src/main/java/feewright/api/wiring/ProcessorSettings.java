package feewright.api.wiring;

import feewright.api.start.CheckedSettings;
import feewright.api.start.UnusableSettings;
import feewright.platform.FirmId;
import feewright.stripe.StripeSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which processors there are. Without Stripe's key the simulated one is at work; beside a test key it can be switched on as well,
 * beside a live one never. {@code accounts} names each firm's connected account, by the firm's id.
 */
@ConfigurationProperties("feewright.stripe")
record ProcessorSettings(
        @Nullable String secretKey,
        @Nullable URI baseAddress,
        @Nullable Map<String, String> accounts,
        @Nullable List<String> webhookSecrets,
        @Nullable Boolean simulatedBeside)
        implements CheckedSettings {

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        try {
            if (isLive() && Boolean.TRUE.equals(simulatedBeside)) {
                faults.add("feewright.stripe.simulated-beside cannot be switched on with a live key");
            }
        } catch (UnusableSettings unusable) {
            faults.add(String.valueOf(unusable.getMessage()));
        }
        try {
            firmsByAccount();
        } catch (UnusableSettings unusable) {
            faults.add(String.valueOf(unusable.getMessage()));
        } catch (IllegalArgumentException noId) {
            faults.add("feewright.stripe.accounts names each account by the id of a firm, a UUID");
        }
        return faults;
    }

    boolean hasStripe() {
        return secretKey != null && !secretKey.isBlank();
    }

    boolean isLive() {
        return hasStripe() && stripe().live();
    }

    /** The signing secrets of webhooks; none where they are not set up. */
    List<String> webhooks() {
        return Objects.requireNonNullElse(webhookSecrets, List.<String>of()).stream()
                .filter(secret -> !secret.isBlank())
                .toList();
    }

    Map<String, String> accountsByFirm() {
        return Objects.requireNonNullElse(accounts, Map.of());
    }

    /** Which firm an account is of. Fails where two firms have one account. */
    Map<String, FirmId> firmsByAccount() {
        Map<String, FirmId> firms = new HashMap<>();
        accountsByFirm().forEach((firm, account) -> {
            if (firms.put(account, new FirmId(UUID.fromString(firm))) != null) {
                throw new UnusableSettings("feewright.stripe.accounts names an account twice");
            }
        });
        return firms;
    }

    /** How Stripe is called. Fails with words that do not hold the key. */
    StripeSettings stripe() {
        try {
            StripeSettings usual = StripeSettings.of(String.valueOf(secretKey).strip());
            return baseAddress == null
                    ? usual
                    : new StripeSettings(
                            usual.secretKey(), baseAddress, usual.timeouts(), usual.retries(), usual.live());
        } catch (IllegalArgumentException unusable) {
            throw new UnusableSettings("feewright.stripe: " + unusable.getMessage());
        }
    }

    /** Prints without the key. */
    @Override
    public String toString() {
        return "ProcessorSettings[" + (hasStripe() ? "stripe" : "simulated") + "]";
    }
}
