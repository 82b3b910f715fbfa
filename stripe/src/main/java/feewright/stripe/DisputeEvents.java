package feewright.stripe;

import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.DisputeEvent.UndatedDetails;
import feewright.dispute.DisputeMovement;
import feewright.dispute.DisputeState;
import feewright.processor.EventMeaning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The events of disputes and of early fraud warnings. A dispute object lists all balance transactions of the dispute so far, each under
 * its id; source: docs.stripe.com/api/disputes/object.
 */
final class DisputeEvents {

    private static final Map<String, Kind> KINDS = Map.of(
            "charge.dispute.created", Kind.OPENED,
            "charge.dispute.updated", Kind.UPDATED,
            "charge.dispute.funds_withdrawn", Kind.FUNDS_WITHDRAWN,
            "charge.dispute.closed", Kind.CLOSED,
            "charge.dispute.funds_reinstated", Kind.FUNDS_REINSTATED);

    private static final Map<String, DisputeState> STATES = Map.of(
            "warning_needs_response", DisputeState.INQUIRY_NEEDS_RESPONSE,
            "warning_under_review", DisputeState.INQUIRY_UNDER_REVIEW,
            "warning_closed", DisputeState.INQUIRY_CLOSED,
            "needs_response", DisputeState.NEEDS_RESPONSE,
            "under_review", DisputeState.UNDER_REVIEW,
            "prevented", DisputeState.PREVENTED,
            "won", DisputeState.WON,
            "lost", DisputeState.LOST);

    /** A year that no deadline is after. */
    private static final long LATEST = Instant.parse("3000-01-01T00:00:00Z").getEpochSecond();

    private DisputeEvents() {}

    static Map<String, Function<JsonView, EventMeaning>> readers() {
        Map<String, Function<JsonView, EventMeaning>> readers = new HashMap<>();
        KINDS.forEach((type, kind) -> readers.put(type, object -> dispute(object, kind)));
        readers.put("radar.early_fraud_warning.created", DisputeEvents::warning);
        return readers;
    }

    private static EventMeaning dispute(JsonView object, Kind kind) {
        String id = Codes.id(object.text("id"));
        String payment = Codes.id(object.text("payment_intent"));
        if (!"dispute".equals(object.text("object")) || id == null) {
            return new EventMeaning.Nothing("object_unknown");
        }
        if (payment == null) {
            return new EventMeaning.Nothing("payment_unnamed");
        }
        DisputeState state = STATES.get(String.valueOf(object.text("status")));
        if (state == null) {
            return new EventMeaning.Nothing("status_unknown");
        }
        Optional<Money> claimed = money(object, "amount").filter(Money::isPositiveOrZero);
        Optional<List<DisputeMovement>> movements = movements(object);
        if (claimed.isEmpty() || movements.isEmpty()) {
            return new EventMeaning.Nothing("amount_unreadable");
        }
        UndatedDetails shown = new UndatedDetails(
                state, claimed.get(), Codes.code(object.text("reason")), deadline(object), movements.get());
        return new EventMeaning.DisputeUpdated(id, payment, kind, shown);
    }

    private static @Nullable Instant deadline(JsonView object) {
        JsonView details = object.object("evidence_details");
        Long due = details == null ? null : details.number("due_by");
        return due == null || due <= 0 || due > LATEST ? null : Instant.ofEpochSecond(due);
    }

    /** All of them, or nothing at all: a movement that cannot be read would be money that nobody counts. */
    private static Optional<List<DisputeMovement>> movements(JsonView object) {
        List<JsonView> listed = object.objects("balance_transactions");
        if (listed == null) {
            return Optional.empty();
        }
        List<DisputeMovement> movements = new ArrayList<>();
        for (JsonView one : listed) {
            String id = Codes.id(one.text("id"));
            Optional<Money> amount = money(one, "amount");
            Optional<Money> fee = money(one, "fee");
            if (id == null || amount.isEmpty() || fee.isEmpty()) {
                return Optional.empty();
            }
            movements.add(new DisputeMovement(id, amount.get(), fee.get()));
        }
        return Optional.of(movements);
    }

    private static Optional<Money> money(JsonView object, String name) {
        String currency = object.text("currency");
        Long units = object.number(name);
        return currency == null || units == null ? Optional.empty() : StripeUnits.money(currency, units);
    }

    private static EventMeaning warning(JsonView object) {
        String id = Codes.id(object.text("id"));
        String payment = Codes.id(object.text("payment_intent"));
        Boolean actionable = object.flag("actionable");
        if (!"radar.early_fraud_warning".equals(object.text("object")) || id == null || actionable == null) {
            return new EventMeaning.Nothing("object_unknown");
        }
        return payment == null
                ? new EventMeaning.Nothing("payment_unnamed")
                : new EventMeaning.FraudWarned(
                        id, payment, Codes.code(object.text("fraud_type"), "unknown"), actionable);
    }
}
