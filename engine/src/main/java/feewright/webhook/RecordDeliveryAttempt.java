package feewright.webhook;

import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.webhook.DeliveryAttempt.Result;
import feewright.webhook.RetrySchedule.Wish;
import feewright.webhook.WebhookEndpoint.End;
import feewright.webhook.WebhookEndpoint.EndReason;
import java.util.List;

/** Use case: writes down what came of a try, and what comes next. A 410 ends the subscription. */
public record RecordDeliveryAttempt(ManageWebhookEndpoints keep) {

    /** The end has a transaction of its own: two that both hold a delivery would wait for each other's. */
    public void record(Dispatch sent, Result result, Wish wish) {
        FirmId firm = sent.firm();
        keep.transactions().in(Actor.scheduler(firm), () -> {
            Deliveries deliveries = keep.deliveries();
            Delivery delivery =
                    deliveries.lock(firm, sent.event().id(), sent.to().id()).orElseThrow();
            deliveries.tried(firm, delivery, new DeliveryAttempt(delivery.tries() + 1, wish.now(), result));
            deliveries.move(firm, List.of(delivery.tried(result.isTaken(), wish)));
            return delivery;
        });
        if (result.isGone()) {
            keep.ended(Actor.scheduler(firm), sent.to().id(), new End(EndReason.GONE, wish.now()));
        }
    }
}
