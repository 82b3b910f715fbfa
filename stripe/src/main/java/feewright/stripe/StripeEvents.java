package feewright.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import feewright.processor.EventMeaning;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks: whether a body is Stripe's, and of what. Several secrets are for when one is being replaced, and for the endpoint of the
 * platform beside that of the connected accounts. Nothing that is sent to it makes it throw.
 */
public final class StripeEvents {

    /** How old, or how far ahead of us, a signature may be. The library itself bounds the past only. */
    private static final long TOLERANCE_SECONDS = Duration.ofMinutes(5).toSeconds();

    private static final long NO_TIMESTAMP = -1;
    private static final Instant FAR_FUTURE = Instant.parse("3000-01-01T00:00:00Z");

    private final List<String> secrets;
    private final InstantSource clock;

    /** {@code secrets}: at least one, each {@code whsec_…}; never printed. */
    public StripeEvents(List<String> secrets, InstantSource clock) {
        if (secrets.isEmpty() || secrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("Webhooks need at least one signing secret, and none that is blank");
        }
        this.secrets = List.copyOf(secrets);
        this.clock = clock;
    }

    /** Checks a body as it came, byte for byte, against the {@code Stripe-Signature} header. */
    public EventCheck check(byte[] body, @Nullable String signature) {
        if (signature == null || signature.isBlank()) {
            return new EventCheck.Refused("signature-missing");
        }
        if (body.length == 0) {
            return new EventCheck.Refused("body-empty");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        String fault = signatureFault(text, signature);
        return fault == null ? read(text, timestamp(signature)) : new EventCheck.Refused(fault);
    }

    /** What a body that was checked before, and kept, means. */
    public static EventMeaning interpret(String body) {
        return Interpretation.of(body);
    }

    private @Nullable String signatureFault(String text, String signature) {
        long timestamp = timestamp(signature);
        if (timestamp < 0) {
            return "signature-malformed";
        }
        boolean signed;
        try {
            signed = isSigned(text, signature);
        } catch (RuntimeException _) {
            return "signature-malformed";
        }
        if (!signed) {
            return "signature-mismatch";
        }
        long now = clock.instant().getEpochSecond();
        if (timestamp < now - TOLERANCE_SECONDS) {
            return "timestamp-too-old";
        }
        return timestamp > now + TOLERANCE_SECONDS ? "timestamp-too-new" : null;
    }

    private boolean isSigned(String text, String signature) {
        return secrets.stream().anyMatch(secret -> isSigned(text, signature, secret));
    }

    /** The library throws unchecked exceptions at headers that it cannot take apart. Tolerance 0: time is looked at here. */
    private static boolean isSigned(String text, String signature, String secret) {
        try {
            return Webhook.Signature.verifyHeader(text, signature, secret, 0);
        } catch (SignatureVerificationException _) {
            return false;
        }
    }

    /** The first one, as the library takes it; what it signed is what counts. */
    private static long timestamp(String signature) {
        for (String item : signature.split(",", -1)) {
            if (item.startsWith("t=")) {
                String digits = item.substring(2);
                return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : NO_TIMESTAMP;
            }
        }
        return NO_TIMESTAMP;
    }

    private static EventCheck read(String text, long timestamp) {
        JsonView event = JsonView.parse(text).orElse(null);
        if (event == null) {
            return new EventCheck.Refused("body_unreadable");
        }
        String id = Codes.id(event.text("id"));
        String type = event.text("type");
        Boolean live = event.flag("livemode");
        if (id == null || type == null || !type.matches("[!-~]{1,200}")) {
            return new EventCheck.Refused("event-unnamed");
        }
        return live == null
                ? new EventCheck.Refused("livemode-missing")
                : new EventCheck.Verified(
                        id, type, Codes.id(event.text("account")), live, created(event, timestamp), about(event));
    }

    private static EventCheck.About about(JsonView event) {
        JsonView data = event.object("data");
        JsonView object = data == null ? null : data.object("object");
        return object == null
                ? new EventCheck.About(null, null)
                : new EventCheck.About(Codes.objectType(object.text("object")), Codes.id(object.text("id")));
    }

    /** Newer kinds of event write it as text. Where there is none that a calendar has, when it was signed is the nearest. */
    private static Instant created(JsonView event, long timestamp) {
        Long seconds = event.number("created");
        String text = event.text("created");
        try {
            Instant said = seconds != null
                    ? Instant.ofEpochSecond(seconds)
                    : text == null ? Instant.EPOCH : Instant.parse(text);
            return said.isAfter(Instant.EPOCH) && said.isBefore(FAR_FUTURE) ? said : Instant.ofEpochSecond(timestamp);
        } catch (DateTimeException _) {
            return Instant.ofEpochSecond(timestamp);
        }
    }
}
