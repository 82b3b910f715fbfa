package feewright.api.webhook;

import feewright.webhook.Deliveries.WithAttempts;
import feewright.webhook.Delivery;
import feewright.webhook.DeliveryAttempt;
import feewright.webhook.DeliveryAttempt.Result;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far an event's delivery to a subscription is. {@code nextTryAt} is absent where it is due at once, or not at all. */
record DeliveryView(
        UUID webhookEndpointId, String state, @Nullable Instant nextAttemptAt, List<TryView> attempts) {

    /** A try: the status that was answered, or the code of why there was no answer. */
    record TryView(
            int number,
            Instant at,
            @Nullable Integer status,
            @Nullable String code) {

        static TryView of(DeliveryAttempt made) {
            return switch (made.result()) {
                case Result.Responded(int status) -> new TryView(made.number(), made.at(), status, null);
                case Result.NoResponse(String code) -> new TryView(made.number(), made.at(), null, code);
            };
        }
    }

    static DeliveryView of(WithAttempts told) {
        Delivery.State state = told.delivery().state();
        boolean waits = state instanceof Delivery.State.Waiting && !Delivery.AT_ONCE.equals(state.at());
        return new DeliveryView(
                told.delivery().to().value(),
                state.phase().code(),
                waits ? state.at() : null,
                told.tries().stream().map(TryView::of).toList());
    }
}
