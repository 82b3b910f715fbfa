package feewright.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is: engagements due at its start and done so far, items by outcome, amounts issued (or that would be) by
 * currency. {@code finishedAt} is null while it runs.
 */
public record RunProgress(
        long due,
        long done,
        Map<RunItem.Outcome, Long> items,
        List<Money> amounts,
        Instant updatedAt,
        @Nullable Instant finishedAt) {

    public RunProgress {
        items = Map.copyOf(items);
        amounts = List.copyOf(amounts);
    }

    /** Items of one outcome. */
    public long count(RunItem.Outcome outcome) {
        return items.getOrDefault(outcome, 0L);
    }
}
