package feewright.api.run;

import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.run.StartRun;
import java.time.Instant;
import java.util.Optional;

/** Starts the scheduled run of a firm where something is due: one instance at a time, so that they do not both start one. */
public record ScheduledStart(Transactions transactions, DueNow due, StartRun startRun, RunLocks locks) {

    /** Whether a run was started. */
    boolean start(FirmId firm, Instant now) {
        if (!transactions.reading(Actor.scheduler(firm), () -> due.isAnything(firm, now))) {
            return false;
        }
        Optional<RunLocks.Held> lock = locks.take("billing-start/" + firm);
        if (lock.isEmpty()) {
            return false;
        }
        try (RunLocks.Held held = lock.get()) {
            return held.holds() && startRun.startScheduled(firm, now).isPresent();
        }
    }
}
