package feewright.jdbc.platform;

import feewright.platform.AuditEvent;
import feewright.platform.AuditTrail;
import feewright.platform.FirmId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes all that one transaction audits at its end, right before it commits: one statement, and one look for who is to be told,
 * however many steps were audited. What cannot be written makes the commit fail.
 */
public final class BatchingAuditTrail implements AuditTrail {

    private final AuditTrail trail;

    public BatchingAuditTrail(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void append(AuditEvent event) {
        appendAll(List.of(event));
    }

    @Override
    public void appendAll(List<AuditEvent> events) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathered gathered) {
            gathered.events.addAll(events);
            return;
        }
        Gathered gathered = new Gathered(new ArrayList<>(events));
        TransactionSynchronizationManager.bindResource(this, gathered);
        TransactionSynchronizationManager.registerSynchronization(gathered);
    }

    @Override
    public List<AuditEvent> page(FirmId firm, @Nullable UUID before, int limit) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathered gathered) {
            gathered.write();
        }
        return trail.page(firm, before, limit);
    }

    /** What the transaction that is open has audited and not written yet. */
    private final class Gathered implements TransactionSynchronization {

        private final List<AuditEvent> events;

        Gathered(List<AuditEvent> events) {
            this.events = events;
        }

        void write() {
            List<AuditEvent> unwritten = List.copyOf(events);
            events.clear();
            trail.appendAll(unwritten);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(BatchingAuditTrail.this);
        }
    }
}
