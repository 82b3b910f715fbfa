package feewright.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import feewright.attempt.AttemptUpdate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a PaymentIntent stands, whether Stripe answered with it or an event brought it. {@code attempt} is ours, from its metadata. */
record PaymentStanding(
        String id,
        String status,
        @Nullable String attempt,
        Received received,
        @Nullable PaymentError error) {

    /** What came in, in Stripe's units. */
    record Received(@Nullable String currency, @Nullable Long units) {}

    /** Empty where it is no PaymentIntent that can be read. */
    static Optional<PaymentStanding> of(@Nullable PaymentIntent intent) {
        if (intent == null || !"payment_intent".equals(intent.getObject())) {
            return Optional.empty();
        }
        String id = Codes.id(intent.getId());
        String status = Codes.code(intent.getStatus());
        if (id == null || status == null) {
            return Optional.empty();
        }
        StripeError error = intent.getLastPaymentError();
        return Optional.of(new PaymentStanding(
                id,
                status,
                intent.getMetadata() == null ? null : intent.getMetadata().get(Metadata.ATTEMPT),
                new Received(intent.getCurrency(), intent.getAmountReceived()),
                error == null ? null : PaymentError.of(error)));
    }

    static Optional<PaymentStanding> of(JsonView intent) {
        if (!"payment_intent".equals(intent.text("object"))) {
            return Optional.empty();
        }
        String id = Codes.id(intent.text("id"));
        String status = Codes.code(intent.text("status"));
        if (id == null || status == null) {
            return Optional.empty();
        }
        JsonView metadata = intent.object("metadata");
        JsonView error = intent.object("last_payment_error");
        return Optional.of(new PaymentStanding(
                id,
                status,
                metadata == null ? null : metadata.text(Metadata.ATTEMPT),
                new Received(intent.text("currency"), intent.number("amount_received")),
                error == null ? null : PaymentError.of(error)));
    }

    /** What it says of the attempt. A status that we never bring about, or that is new, is nothing that we know. */
    AttemptUpdate report() {
        return switch (status) {
            case "succeeded" -> succeeded();
            case "processing" -> new AttemptUpdate.Processing(id);
            case "requires_action" -> new AttemptUpdate.ActionRequired(id);
            case "requires_payment_method" ->
                error == null ? new AttemptUpdate.Unknown(status) : error.report(id, false);
            case "canceled" -> new AttemptUpdate.Cancelled(id);
            default -> new AttemptUpdate.Unknown(status);
        };
    }

    private AttemptUpdate succeeded() {
        String currency = received.currency();
        Long units = received.units();
        return currency == null || units == null || units <= 0
                ? new AttemptUpdate.Unknown("amount_unreadable")
                : StripeUnits.money(currency, units)
                        .<AttemptUpdate>map(amount -> new AttemptUpdate.Succeeded(id, amount))
                        .orElseGet(() -> new AttemptUpdate.Unknown("amount_unreadable"));
    }
}
