package feewright.api.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Signs as the Standard Webhooks specification says (version 1.0.0, symmetric): HMAC-SHA256 over id, time and body, joined by dots.
 * It prints as nothing.
 */
final class SigningSecret {

    private static final String PREFIX = "whsec_";

    private final byte[] secret;

    SigningSecret(byte[] secret) {
        this.secret = secret.clone();
    }

    /** As the receiver is given it. */
    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** The signature of a message of this id, sent at this second, with its version. */
    String sign(String id, long second, byte[] body) {
        byte[] head = (id + "." + second + ".").getBytes(StandardCharsets.UTF_8);
        byte[] message = new byte[head.length + body.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        return "v1," + Base64.getEncoder().encodeToString(Hmac.of(secret, message));
    }
}
