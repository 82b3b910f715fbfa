package feewright.api.payment;

import feewright.attempt.SimulatedProcessor;
import feewright.payment.PaymentMethod;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client pays with. {@code simulated} says that no money moves by it. */
public record PaymentMethodView(
        UUID id,
        UUID clientId,
        String processor,
        boolean simulated,
        String reference,
        String kind,
        @Nullable String brand,
        @Nullable String lastFour,
        @Nullable String expires,
        @Nullable String mandate,
        Instant createdAt) {

    /** As answers show it. */
    public static PaymentMethodView of(PaymentMethod method) {
        PaymentMethod.Display shown = method.shown();
        return new PaymentMethodView(
                method.id().value(),
                method.of().client().value(),
                method.reference().processor(),
                SimulatedProcessor.CODE.equals(method.reference().processor()),
                method.reference().method(),
                shown.kind(),
                shown.brand(),
                shown.lastFour(),
                shown.expires() == null ? null : shown.expires().toString(),
                shown.mandate(),
                method.added().at());
    }
}
