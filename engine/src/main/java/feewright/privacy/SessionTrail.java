package feewright.privacy;

import feewright.firm.Actor;
import feewright.firm.AuditEvent;
import feewright.firm.AuditEventId;
import feewright.firm.AuditTrail;
import feewright.firm.BreakGlassSessionId;
import feewright.firm.Ids;
import java.time.Instant;
import java.util.List;

/** What the audit trail says of a session. */
public record SessionTrail(AuditTrail audit, Ids ids) {

    void append(Actor actor, String action, BreakGlassSessionId session, Detail detail) {
        audit.append(new AuditEvent(
                new AuditEventId(ids.next()),
                actor,
                action,
                new AuditEvent.Target("break-glass-session", session, null),
                detail.codes(),
                null,
                detail.at()));
    }

    record Detail(List<String> codes, Instant at) {}
}
