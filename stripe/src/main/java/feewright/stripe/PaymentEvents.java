package feewright.stripe;

import feewright.attempt.AttemptId;
import feewright.attempt.AttemptUpdate;
import feewright.processor.EventMeaning;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The events of PaymentIntents. */
final class PaymentEvents {

    /** Each type, and the status that the payment in it has. */
    private static final Map<String, String> STATUSES = Map.of(
            "payment_intent.succeeded", "succeeded",
            "payment_intent.processing", "processing",
            "payment_intent.payment_failed", "requires_payment_method",
            "payment_intent.requires_action", "requires_action",
            "payment_intent.canceled", "canceled");

    private PaymentEvents() {}

    static Map<String, Function<JsonView, EventMeaning>> readers() {
        Map<String, Function<JsonView, EventMeaning>> readers = new HashMap<>();
        STATUSES.forEach((type, status) -> readers.put(
                type,
                object -> PaymentStanding.of(object)
                        .map(standing -> interpret(standing, status))
                        .orElseGet(() -> new EventMeaning.Nothing("object_unknown"))));
        return readers;
    }

    private static EventMeaning interpret(PaymentStanding standing, String status) {
        if (!standing.status().equals(status)) {
            return new EventMeaning.Nothing("status_contradicts_type");
        }
        UUID attempt = ours(standing.attempt());
        if (attempt == null) {
            return new EventMeaning.Nothing("attempt_unnamed");
        }
        AttemptUpdate report = standing.report();
        return report instanceof AttemptUpdate.Unknown(String code)
                ? new EventMeaning.Nothing(code)
                : new EventMeaning.AttemptUpdated(new AttemptId(attempt), report);
    }

    /** An id of ours out of metadata; null where it is none. */
    static @Nullable UUID ours(@Nullable String said) {
        if (said == null || said.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(said);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
