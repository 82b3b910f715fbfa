package feewright.webhook;

import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.AuditTrail;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTexts;
import feewright.platform.Ids;
import feewright.platform.Transactions;
import feewright.webhook.WebhookEndpoint.End;
import feewright.webhook.WebhookEndpoint.EndReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Use case: registers, renews the secret of, and removes webhook subscriptions. All of it is audited, without the address. */
public record ManageWebhookEndpoints(
        Transactions transactions,
        WebhookEndpoints subscriptions,
        Deliveries deliveries,
        CustomerTexts customerTexts,
        AuditTrail audit,
        Ids ids) {

    /** How many a firm has at most. */
    public static final int MOST = 20;

    /** The subscription; empty where the firm has as many as it may. */
    public Optional<WebhookEndpoint> register(Actor actor, CustomerText url, Set<EventType> types, Instant now) {
        return transactions.in(actor, () -> {
            if (subscriptions.active(actor.firm()).size() >= MOST) {
                return Optional.empty();
            }
            WebhookEndpoint made = new WebhookEndpoint(
                    new WebhookEndpointId(ids.next()),
                    actor.firm(),
                    types,
                    new WebhookEndpoint.Created(actor.person(), now),
                    List.of(now),
                    null);
            subscriptions.add(made);
            customerTexts.write(actor.firm(), Map.of(made.urlKey(), url));
            audit(actor, "webhook_endpoint_created", made, now);
            return Optional.of(made);
        });
    }

    /** Ends a subscription, and all that still goes on of it; once. Empty where the firm has none such. */
    public Optional<WebhookEndpoint> remove(Actor actor, WebhookEndpointId id, Instant now) {
        return ended(actor, id, new End(EndReason.REMOVED, now));
    }

    Optional<WebhookEndpoint> ended(Actor actor, WebhookEndpointId id, End end) {
        return transactions.in(
                actor,
                () -> subscriptions.find(actor.firm(), id).map(found -> {
                    if (!found.isActive()) {
                        return found;
                    }
                    subscriptions.end(actor.firm(), id, end);
                    deliveries.stop(actor.firm(), id);
                    audit(actor, "webhook_endpoint_" + end.why().code(), found, end.at());
                    return subscriptions.find(actor.firm(), id).orElseThrow();
                }));
    }

    /** Gives it a new secret; the one before signs for {@link WebhookEndpoint#OVERLAP} more. Empty where none such is active. */
    public Optional<WebhookEndpoint> rotate(Actor actor, WebhookEndpointId id, Instant now) {
        return transactions.in(
                actor,
                () -> subscriptions
                        .find(actor.firm(), id)
                        .filter(WebhookEndpoint::isActive)
                        .map(found -> {
                            subscriptions.rotate(found, found.secretNumber() + 1, now);
                            audit(actor, "webhook_secret_rotated", found, now);
                            return subscriptions.find(actor.firm(), id).orElseThrow();
                        }));
    }

    private void audit(Actor actor, String action, WebhookEndpoint of, Instant now) {
        audit.append(new AuditEvent(
                new AuditEventId(ids.next()),
                actor,
                action,
                new AuditEvent.Target("webhook_endpoint", of.id(), null),
                List.of(),
                null,
                now));
    }
}
