package feewright.api.run;

import feewright.engagement.EngagementId;
import feewright.platform.PersonId;
import feewright.run.BillingRun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run: what was asked for, by whom (nobody: by the schedule), and in lists only whether it still runs. */
public record RunView(
        UUID id,
        @Nullable UUID engagementId,
        @Nullable LocalDate asOf,
        boolean dryRun,
        boolean retryFailures,
        @Nullable UUID requestedBy,
        Instant startedAt,
        String state,
        @Nullable RunProgressView progress) {

    static RunView of(BillingRun run, RunProgressView progress) {
        return of(run, progress.finishedAt() == null, progress);
    }

    /** The run as lists show it. */
    static RunView of(BillingRun run, boolean running) {
        return of(run, running, null);
    }

    private static RunView of(BillingRun run, boolean running, @Nullable RunProgressView progress) {
        EngagementId engagement = run.request().engagement();
        PersonId by = run.requestedBy();
        return new RunView(
                run.id().value(),
                engagement == null ? null : engagement.value(),
                run.request().asOf(),
                run.request().dryRun(),
                run.request().retrySetAside(),
                by == null ? null : by.value(),
                run.startedAt(),
                running ? "running" : "finished",
                progress);
    }
}
