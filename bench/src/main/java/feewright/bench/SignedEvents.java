package feewright.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Events as Stripe sends them, about payments that nobody knows. */
final class SignedEvents {

    static final String SECRET = "whsec_bench";
    static final String ACCOUNT = "acct_bench";

    private SignedEvents() {}

    /** Another one each time, of about two kilobytes. */
    static String event() {
        String attempt = UUID.randomUUID().toString();
        String id = attempt.replace("-", "");
        return """
            {"id": "evt_%1$s", "object": "event", "type": "payment_intent.succeeded", "account": "%2$s", "livemode": false,
             "api_version": "2026-07-29.dahlia", "created": %3$d, "pending_webhooks": 1,
             "request": {"id": "req_%1$s", "idempotency_key": "%1$s"},
             "data": {"object": {"id": "pi_%1$s", "object": "payment_intent", "status": "succeeded", "amount": 100000,
             "amount_received": 100000, "currency": "usd", "customer_reference": "cus_bench", "payment_method": "pm_%1$s",
             "latest_charge": "ch_%1$s", "capture_method": "automatic_async", "confirmation_method": "automatic",
             "description": "%4$s", "metadata": {"attempt": "%5$s"}}}}
            """.formatted(id, ACCOUNT, Instant.now().getEpochSecond(), "x".repeat(1_200), attempt);
    }

    /** The header that goes with a body: HMAC-SHA256 over the time and the body. */
    static String header(String body) {
        try {
            long now = Instant.now().getEpochSecond();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] digest = mac.doFinal((now + "." + body).getBytes(StandardCharsets.UTF_8));
            return "Stripe-Signature: t=%d,v1=%s".formatted(now, HexFormat.of().formatHex(digest));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
