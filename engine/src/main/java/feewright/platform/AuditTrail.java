package feewright.platform;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the append-only audit trail. An event is appended in the transaction of what it records. */
public interface AuditTrail {

    void append(AuditEvent event);

    void appendAll(List<AuditEvent> events);

    /** Newest first, before {@code before}, at most {@code limit}. */
    List<AuditEvent> page(FirmId firm, @Nullable UUID before, int limit);
}
