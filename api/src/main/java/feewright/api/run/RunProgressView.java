package feewright.api.run;

import feewright.api.json.MoneyJson;
import feewright.run.BillingRun;
import feewright.run.RunItem.Outcome;
import feewright.run.RunProgress;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is. {@code due} and {@code done} count engagements, the outcomes count due days; {@code failures} are those of
 * them that were refused, broken or held. The rate is in engagements, and it and the time left are absent while nothing tells.
 */
public record RunProgressView(
        long due,
        long done,
        long issued,
        long wouldIssue,
        long refused,
        long failed,
        long needsReview,
        long skipped,
        long failures,
        List<MoneyJson> amounts,
        @Nullable BigDecimal ratePerSecond,
        @Nullable Long estimatedSecondsLeft,
        Instant startedAt,
        Instant updatedAt,
        @Nullable Instant finishedAt) {

    /** The progress of a run as it is now. */
    public static RunProgressView of(BillingRun run, RunProgress progress, Instant now) {
        Instant until = progress.finishedAt() == null ? now : progress.finishedAt();
        ProgressEstimate pace = new ProgressEstimate(progress.done(), Duration.between(run.startedAt(), until));
        return new RunProgressView(
                progress.due(),
                progress.done(),
                progress.count(Outcome.ISSUED),
                progress.count(Outcome.WOULD_ISSUE),
                progress.count(Outcome.REFUSED),
                progress.count(Outcome.FAILED),
                progress.count(Outcome.NEEDS_REVIEW),
                progress.count(Outcome.SKIPPED),
                Arrays.stream(Outcome.values())
                        .filter(Outcome::setsAside)
                        .mapToLong(progress::count)
                        .sum(),
                progress.amounts().stream().map(MoneyJson::of).toList(),
                pace.perSecond(),
                progress.finishedAt() == null ? pace.secondsFor(progress.due() - progress.done()) : null,
                run.startedAt(),
                progress.updatedAt(),
                progress.finishedAt());
    }
}
