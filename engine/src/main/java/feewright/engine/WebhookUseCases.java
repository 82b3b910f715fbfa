package feewright.engine;

import feewright.webhook.KeepSubscriptions;
import feewright.webhook.LiveMode;
import feewright.webhook.RecordTry;
import feewright.webhook.SendAgain;
import feewright.webhook.TakeDeliveries;

/** Webhooks to the systems of firms. */
public interface WebhookUseCases extends Foundation {

    default KeepSubscriptions keepSubscriptions() {
        return new KeepSubscriptions(
                ports().transactions(),
                ports().webhookSubscriptions(),
                ports().deliveries(),
                ports().contents(),
                ports().auditTrail(),
                ports().ids());
    }

    default TakeDeliveries takeDeliveries() {
        return new TakeDeliveries(
                ports().transactions(),
                ports().webhookSubscriptions(),
                ports().outgoingEvents(),
                ports().deliveries(),
                ports().contents());
    }

    default RecordTry recordTry() {
        return new RecordTry(keepSubscriptions());
    }

    default SendAgain sendAgain() {
        return new SendAgain(
                ports().transactions(),
                ports().webhookSubscriptions(),
                ports().outgoingEvents(),
                ports().deliveries(),
                new LiveMode(policies().moneyMoves(), ports().firms()),
                ports().ids());
    }
}
