package feewright.webhook;

import feewright.firm.Actor;
import feewright.firm.AuditEvent;
import feewright.firm.AuditEventId;
import feewright.firm.AuditTrail;
import feewright.firm.Content;
import feewright.firm.Contents;
import feewright.firm.Ids;
import feewright.firm.Transactions;
import feewright.webhook.WebhookSubscription.End;
import feewright.webhook.WebhookSubscription.Why;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Use case: registers, renews the secret of, and removes webhook subscriptions. All of it is audited, without the address. */
public record KeepSubscriptions(
        Transactions transactions,
        WebhookSubscriptions subscriptions,
        Deliveries deliveries,
        Contents contents,
        AuditTrail audit,
        Ids ids) {

    /** How many a firm has at most. */
    public static final int MOST = 20;

    /** The subscription; empty where the firm has as many as it may. */
    public Optional<WebhookSubscription> register(Actor actor, Content url, Set<EventType> types, Instant now) {
        return transactions.in(actor, () -> {
            if (subscriptions.active(actor.firm()).size() >= MOST) {
                return Optional.empty();
            }
            WebhookSubscription made = new WebhookSubscription(
                    new SubscriptionId(ids.next()),
                    actor.firm(),
                    types,
                    new WebhookSubscription.Registered(actor.person(), now),
                    List.of(now),
                    null);
            subscriptions.add(made);
            contents.write(actor.firm(), Map.of(made.urlKey(), url));
            audit(actor, "webhook-subscription-registered", made, now);
            return Optional.of(made);
        });
    }

    /** Ends a subscription, and all that still goes on of it; once. Empty where the firm has none such. */
    public Optional<WebhookSubscription> remove(Actor actor, SubscriptionId id, Instant now) {
        return ended(actor, id, new End(Why.REMOVED, now));
    }

    Optional<WebhookSubscription> ended(Actor actor, SubscriptionId id, End end) {
        return transactions.in(
                actor,
                () -> subscriptions.find(actor.firm(), id).map(found -> {
                    if (!found.isActive()) {
                        return found;
                    }
                    subscriptions.end(actor.firm(), id, end);
                    deliveries.stop(actor.firm(), id);
                    audit(actor, "webhook-subscription-" + end.why().code(), found, end.at());
                    return subscriptions.find(actor.firm(), id).orElseThrow();
                }));
    }

    /** Gives it a new secret; the one before signs for {@link WebhookSubscription#OVERLAP} more. Empty where none such is active. */
    public Optional<WebhookSubscription> rotate(Actor actor, SubscriptionId id, Instant now) {
        return transactions.in(
                actor,
                () -> subscriptions
                        .find(actor.firm(), id)
                        .filter(WebhookSubscription::isActive)
                        .map(found -> {
                            subscriptions.rotate(found, found.secretNumber() + 1, now);
                            audit(actor, "webhook-secret-rotated", found, now);
                            return subscriptions.find(actor.firm(), id).orElseThrow();
                        }));
    }

    private void audit(Actor actor, String action, WebhookSubscription of, Instant now) {
        audit.append(new AuditEvent(
                new AuditEventId(ids.next()),
                actor,
                action,
                new AuditEvent.Target("webhook-subscription", of.id(), null),
                List.of(),
                null,
                now));
    }
}
