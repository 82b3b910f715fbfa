package feewright.engine;

import feewright.webhook.LiveMode;
import feewright.webhook.ManageWebhookEndpoints;
import feewright.webhook.RecordDeliveryAttempt;
import feewright.webhook.ResendEvent;
import feewright.webhook.TakeDueDeliveries;

/** Webhooks to the systems of firms. */
public interface WebhookUseCases extends Foundation {

    default ManageWebhookEndpoints manageWebhookEndpoints() {
        return new ManageWebhookEndpoints(
                ports().transactions(),
                ports().webhookEndpoints(),
                ports().deliveries(),
                ports().customerTexts(),
                ports().auditTrail(),
                ports().ids());
    }

    default TakeDueDeliveries takeDueDeliveries() {
        return new TakeDueDeliveries(
                ports().transactions(),
                ports().webhookEndpoints(),
                ports().outgoingEvents(),
                ports().deliveries(),
                ports().customerTexts());
    }

    default RecordDeliveryAttempt recordDeliveryAttempt() {
        return new RecordDeliveryAttempt(manageWebhookEndpoints());
    }

    default ResendEvent resendEvent() {
        return new ResendEvent(
                ports().transactions(),
                ports().webhookEndpoints(),
                ports().outgoingEvents(),
                ports().deliveries(),
                new LiveMode(policies().moneyMoves(), ports().firms()),
                ports().ids());
    }
}
