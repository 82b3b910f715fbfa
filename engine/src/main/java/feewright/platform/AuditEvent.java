package feewright.platform;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What was done, by whom, to what (requirement T4): ids, codes, amounts and times only. */
public record AuditEvent(
        AuditEventId id,
        Actor actor,
        String action,
        Target target,
        List<String> codes,
        @Nullable Money amount,
        Instant at) {

    public AuditEvent {
        codes = List.copyOf(codes);
    }

    /** The same of another amount. */
    public AuditEvent of(Money other) {
        return new AuditEvent(id, actor, action, target, codes, other, at);
    }

    /** The thing acted on, and the client it concerns, if one. */
    public record Target(String kind, Id id, @Nullable ClientId client) {}
}
