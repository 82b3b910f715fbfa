package feewright.webhook;

import feewright.platform.CustomerText;
import feewright.platform.FirmId;
import org.jspecify.annotations.Nullable;

/** An event on its way to a subscription: to be sent outside any transaction. Null for the address where it was purged. */
public record Dispatch(
        WebhookEndpoint to, OutgoingEvent event, @Nullable CustomerText url) {

    public FirmId firm() {
        return to.firm();
    }
}
