package feewright.api.webhook;

import feewright.platform.FirmId;
import feewright.webhook.WebhookEndpointId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The key of the installation that all signing secrets are derived from, so that none is kept anywhere (ADR 9). It prints as
 * nothing.
 */
public final class WebhookKey {

    private static final int SHORTEST_BYTES = 32;

    private final byte[] key;

    private WebhookKey(byte[] key) {
        this.key = key;
    }

    /** Reads Base64 of 32 bytes or more; empty where it is none. */
    public static Optional<WebhookKey> read(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            return key.length < SHORTEST_BYTES ? Optional.empty() : Optional.of(new WebhookKey(key));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** A new one, as text. */
    public static String make() {
        byte[] key = new byte[SHORTEST_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** The secret of this number of a subscription. */
    SigningSecret secret(FirmId firm, WebhookEndpointId subscription, int number) {
        String what = "feewright webhook secret 1\n%s\n%s\n%d".formatted(firm, subscription, number);
        return new SigningSecret(Hmac.of(key, what.getBytes(StandardCharsets.UTF_8)));
    }
}
