package feewright.webhook;

import feewright.firm.AuditEvent;
import feewright.firm.AuditTrail;
import feewright.firm.FirmId;
import feewright.webhook.OutgoingEvents.Announcement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An audit trail that tells subscribers of what is audited, in the same transaction: every act is audited in its own, so that
 * nothing has to remember to announce. Where a firm has no subscription, this costs one question for all that is appended at once.
 */
public record Announcing(AuditTrail first, LiveMode live, WebhookSubscriptions subscriptions, OutgoingEvents events)
        implements AuditTrail {

    @Override
    public void append(AuditEvent event) {
        first.append(event);
        announce(List.of(event));
    }

    @Override
    public void appendAll(List<AuditEvent> audited) {
        first.appendAll(audited);
        announce(audited);
    }

    @Override
    public List<AuditEvent> page(FirmId firm, @Nullable UUID before, int limit) {
        return first.page(firm, before, limit);
    }

    private void announce(List<AuditEvent> audited) {
        List<AuditEvent> published = audited.stream()
                .filter(act -> EventType.ofAction(act.action()).isPresent())
                .toList();
        if (published.isEmpty()) {
            return;
        }
        FirmId firm = published.getFirst().actor().firm();
        List<WebhookSubscription> active = subscriptions.active(firm);
        if (active.isEmpty()) {
            return;
        }
        boolean isLive = live.of(firm);
        List<Announcement> announcements = new ArrayList<>();
        for (AuditEvent act : published) {
            EventType type = EventType.ofAction(act.action()).orElseThrow();
            List<SubscriptionId> to = active.stream()
                    .filter(one -> one.wants(type))
                    .map(WebhookSubscription::id)
                    .toList();
            if (!to.isEmpty()) {
                announcements.add(new Announcement(OutgoingEvent.of(type, act, isLive), to));
            }
        }
        if (!announcements.isEmpty()) {
            events.announce(firm, announcements);
        }
    }
}
