package feewright.stripe;

import com.stripe.Stripe;
import feewright.attempt.AttemptId;
import feewright.attempt.Report;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The events of PaymentIntents, read field by field: the library's own classes break on an event without a version, and quietly lose
 * fields of one of another version.
 */
final class PaymentEvents {

    /** Each type, and the status that the payment in it has. */
    private static final Map<String, String> STATUSES = Map.of(
            "payment_intent.succeeded", "succeeded",
            "payment_intent.processing", "processing",
            "payment_intent.payment_failed", "requires_payment_method",
            "payment_intent.requires_action", "requires_action",
            "payment_intent.canceled", "canceled");

    private PaymentEvents() {}

    static EventReading interpret(String body) {
        JsonView event = JsonView.parse(body).orElse(null);
        if (event == null) {
            return new EventReading.Uninterpreted("body-unreadable");
        }
        String status = STATUSES.get(String.valueOf(event.text("type")));
        if (status == null) {
            return new EventReading.Uninterpreted("type-unknown");
        }
        if (!isReadable(event.text("api_version"))) {
            return new EventReading.Uninterpreted("version-unknown");
        }
        JsonView data = event.object("data");
        JsonView object = data == null ? null : data.object("object");
        return Optional.ofNullable(object)
                .flatMap(PaymentStanding::of)
                .map(standing -> interpret(standing, status))
                .orElseGet(() -> new EventReading.Uninterpreted("object-unknown"));
    }

    private static EventReading interpret(PaymentStanding standing, String status) {
        if (!standing.status().equals(status)) {
            return new EventReading.Uninterpreted("status-contradicts-type");
        }
        AttemptId attempt = attempt(standing.attempt());
        if (attempt == null) {
            return new EventReading.Uninterpreted("attempt-unnamed");
        }
        Report report = standing.report();
        return report instanceof Report.Unknown(String code)
                ? new EventReading.Uninterpreted(code)
                : new EventReading.Interpreted(attempt, report);
    }

    /** Of one release train ("2026-07-29.dahlia"), Stripe keeps the shape of objects; of another, nobody does. */
    private static boolean isReadable(@Nullable String version) {
        return version != null && version.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}\\." + Stripe.MAJOR_API_VERSION);
    }

    private static @Nullable AttemptId attempt(@Nullable String said) {
        if (said == null || said.length() != 36) {
            return null;
        }
        try {
            return new AttemptId(UUID.fromString(said));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
