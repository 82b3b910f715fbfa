package feewright.webhook;

import feewright.firm.Content;
import feewright.firm.FirmId;
import org.jspecify.annotations.Nullable;

/** An event on its way to a subscription: to be sent outside any transaction. Null for the address where it was purged. */
public record Dispatch(
        WebhookSubscription to,
        OutgoingEvent event,
        @Nullable Content url) {

    public FirmId firm() {
        return to.firm();
    }
}
