package feewright.webhook;

import feewright.platform.AuditEvent;
import feewright.platform.AuditTrail;
import feewright.platform.FirmId;
import feewright.webhook.OutgoingEvents.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An audit trail that tells subscribers of what is audited, in the same transaction: every act is audited in its own, so that
 * nothing has to remember to announce. Where a firm has no subscription, this costs one question for all that is appended at once.
 */
public record PublishingAuditTrail(
        AuditTrail first, LiveMode live, WebhookEndpoints subscriptions, OutgoingEvents events) implements AuditTrail {

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
        List<WebhookEndpoint> active = subscriptions.active(firm);
        if (active.isEmpty()) {
            return;
        }
        boolean isLive = live.of(firm);
        List<Publication> announcements = new ArrayList<>();
        for (AuditEvent act : published) {
            EventType type = EventType.ofAction(act.action()).orElseThrow();
            List<WebhookEndpointId> to = active.stream()
                    .filter(one -> one.wants(type))
                    .map(WebhookEndpoint::id)
                    .toList();
            if (!to.isEmpty()) {
                announcements.add(new Publication(OutgoingEvent.of(type, act, isLive), to));
            }
        }
        if (!announcements.isEmpty()) {
            events.announce(firm, announcements);
        }
    }
}
