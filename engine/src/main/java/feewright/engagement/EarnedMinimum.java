package feewright.engagement;

import feewright.engagement.HourlyUse.Kind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of the made up minimums is earned under terms that end early: what the days before the end lack beside the work on them. Of a
 * whole fee for any part that is all of it, where the period had begun.
 */
public record EarnedMinimum(Terms terms, HourlyUse use) {

    /** What was made up for a period, by its start, and is not earned; in minor units, never below zero. */
    public long beyond(LocalDate start) {
        @Nullable
        MinimumFee minimum = terms.hourlyAdjustments().map(Adjustments::minimum).orElse(null);
        if (minimum == null || !terms.term().endsEarly()) {
            return 0;
        }
        return terms.hourlyPeriod(start)
                .map(period -> isLast(period) ? Math.max(0, -use.missing(minimum, period)) : 0)
                .orElse(Math.max(0, use.of(Kind.MINIMUM, start)));
    }

    /** All of that, below zero. */
    Map<HourlyUse.Key, Long> takenOff() {
        Map<HourlyUse.Key, Long> beyond = new HashMap<>();
        use.amounts().keySet().stream()
                .filter(of -> of.kind() == Kind.MINIMUM)
                .forEach(of -> beyond.put(of, -beyond(of.start())));
        return beyond;
    }

    private boolean isLast(BillingPeriod period) {
        return terms.hourlyPeriod(period.end()).isEmpty();
    }
}
