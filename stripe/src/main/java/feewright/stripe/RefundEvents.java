package feewright.stripe;

import feewright.processor.EventMeaning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The events of refunds, and of charges of which something was refunded. */
final class RefundEvents {

    private static final List<String> OF_REFUNDS =
            List.of("refund.created", "refund.updated", "refund.failed", "charge.refund.updated");

    private RefundEvents() {}

    static Map<String, Function<JsonView, EventMeaning>> readers() {
        Map<String, Function<JsonView, EventMeaning>> readers = new HashMap<>();
        OF_REFUNDS.forEach(type -> readers.put(type, RefundEvents::refund));
        readers.put("charge.refunded", RefundEvents::charge);
        return readers;
    }

    private static EventMeaning refund(JsonView object) {
        String payment = Codes.id(object.text("payment_intent"));
        return RefundStanding.of(object)
                .<EventMeaning>map(standing -> payment == null
                        ? new EventMeaning.Nothing("payment_unnamed")
                        : new EventMeaning.RefundUpdated(
                                payment, standing.ours(), standing.amount(), standing.report()))
                .orElseGet(() -> new EventMeaning.Nothing("object_unknown"));
    }

    /** {@code amount_refunded} is cumulative. */
    private static EventMeaning charge(JsonView object) {
        String payment = Codes.id(object.text("payment_intent"));
        String currency = object.text("currency");
        Long units = object.number("amount_refunded");
        if (!"charge".equals(object.text("object")) || currency == null || units == null || units <= 0) {
            return new EventMeaning.Nothing("object_unknown");
        }
        return payment == null
                ? new EventMeaning.Nothing("payment_unnamed")
                : StripeUnits.money(currency, units)
                        .<EventMeaning>map(amount -> new EventMeaning.RefundTotal(payment, amount))
                        .orElseGet(() -> new EventMeaning.Nothing("amount_unreadable"));
    }
}
