package feewright.api.run;

import feewright.engagement.EngagementId;
import feewright.run.RunRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to bill: all optional. Nothing said means everything of the firm that is due today. */
record RunJson(
        @Nullable UUID engagementId,
        @Nullable LocalDate asOf,
        @Nullable Boolean dryRun,
        @Nullable Boolean retryFailures) {

    static final RunJson EMPTY = new RunJson(null, null, null, null);

    RunRequest request() {
        return new RunRequest(
                engagementId == null ? null : new EngagementId(engagementId),
                asOf,
                Boolean.TRUE.equals(dryRun),
                Boolean.TRUE.equals(retryFailures));
    }
}
