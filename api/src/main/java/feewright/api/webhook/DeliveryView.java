package feewright.api.webhook;

import feewright.webhook.Deliveries.Told;
import feewright.webhook.Delivery;
import feewright.webhook.DeliveryTry;
import feewright.webhook.DeliveryTry.Result;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far an event's delivery to a subscription is. {@code nextTryAt} is absent where it is due at once, or not at all. */
record DeliveryView(
        UUID subscriptionId, String state, @Nullable Instant nextTryAt, List<TryView> tries) {

    /** A try: the status that was answered, or the code of why there was no answer. */
    record TryView(
            int number,
            Instant at,
            @Nullable Integer status,
            @Nullable String error) {

        static TryView of(DeliveryTry made) {
            return switch (made.result()) {
                case Result.Answered(int status) -> new TryView(made.number(), made.at(), status, null);
                case Result.Unanswered(String code) -> new TryView(made.number(), made.at(), null, code);
            };
        }
    }

    static DeliveryView of(Told told) {
        Delivery.State state = told.delivery().state();
        boolean waits = state instanceof Delivery.State.Waiting && !Delivery.AT_ONCE.equals(state.at());
        return new DeliveryView(
                told.delivery().to().value(),
                state.phase().code(),
                waits ? state.at() : null,
                told.tries().stream().map(TryView::of).toList());
    }
}
