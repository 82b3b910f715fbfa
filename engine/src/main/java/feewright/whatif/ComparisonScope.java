package feewright.whatif;

import feewright.engagement.EngagementId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which past is judged again: by the days of issue, half-open {@code [from, until)}, and of one engagement; null means any. */
public record ComparisonScope(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable EngagementId engagement) {

    boolean asksFor(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    boolean asksFor(EngagementId one) {
        return engagement == null || engagement.equals(one);
    }
}
