package feewright.privacy;

import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.AuditTrail;
import feewright.platform.BreakGlassSessionId;
import feewright.platform.Ids;
import java.time.Instant;
import java.util.List;

/** What the audit trail says of a session. */
public record SessionTrail(AuditTrail audit, Ids ids) {

    void append(Actor actor, String action, BreakGlassSessionId session, Detail detail) {
        audit.append(new AuditEvent(
                new AuditEventId(ids.next()),
                actor,
                action,
                new AuditEvent.Target("break_glass_session", session, null),
                detail.codes(),
                null,
                detail.at()));
    }

    record Detail(List<String> codes, Instant at) {}
}
