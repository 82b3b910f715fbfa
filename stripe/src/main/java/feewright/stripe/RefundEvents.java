package feewright.stripe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The events of refunds, and of charges of which something was refunded. */
final class RefundEvents {

    private static final List<String> OF_REFUNDS =
            List.of("refund.created", "refund.updated", "refund.failed", "charge.refund.updated");

    private RefundEvents() {}

    static Map<String, Function<JsonView, EventReading>> readers() {
        Map<String, Function<JsonView, EventReading>> readers = new HashMap<>();
        OF_REFUNDS.forEach(type -> readers.put(type, RefundEvents::refund));
        readers.put("charge.refunded", RefundEvents::charge);
        return readers;
    }

    private static EventReading refund(JsonView object) {
        String payment = Codes.id(object.text("payment_intent"));
        return RefundStanding.of(object)
                .<EventReading>map(standing -> payment == null
                        ? new EventReading.Uninterpreted("payment-unnamed")
                        : new EventReading.OfRefund(payment, standing.ours(), standing.amount(), standing.report()))
                .orElseGet(() -> new EventReading.Uninterpreted("object-unknown"));
    }

    /** {@code amount_refunded} is cumulative. */
    private static EventReading charge(JsonView object) {
        String payment = Codes.id(object.text("payment_intent"));
        String currency = object.text("currency");
        Long units = object.number("amount_refunded");
        if (!"charge".equals(object.text("object")) || currency == null || units == null || units <= 0) {
            return new EventReading.Uninterpreted("object-unknown");
        }
        return payment == null
                ? new EventReading.Uninterpreted("payment-unnamed")
                : StripeUnits.money(currency, units)
                        .<EventReading>map(amount -> new EventReading.HasRefunded(payment, amount))
                        .orElseGet(() -> new EventReading.Uninterpreted("amount-unreadable"));
    }
}
