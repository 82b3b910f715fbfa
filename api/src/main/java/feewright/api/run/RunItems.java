package feewright.api.run;

import feewright.api.json.Texts;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.paging.PlaceCursor;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.engagement.EngagementId;
import feewright.run.BillingRun;
import feewright.run.BillingRuns;
import feewright.run.BillingRuns.After;
import feewright.run.BillingRuns.ItemFilter;
import feewright.run.RunItem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of what a run did, by engagement, day and outcome. */
record RunItems(RunItem.@Nullable Outcome outcome, @Nullable After after, int limit) {

    private static final int PARTS = 3;

    static RunItems of(RunItem.@Nullable Outcome outcome, int limit, @Nullable String cursor) {
        return new RunItems(
                outcome,
                cursor == null ? null : place(cursor),
                PageRequest.of(limit, null).limit());
    }

    /** To be used in a transaction. */
    Page<RunItemView> page(BillingRuns runs, BillingRun run) {
        List<RunItem> found = runs.items(run, new ItemFilter(outcome, after), limit + 1);
        boolean more = found.size() > limit;
        List<RunItem> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? cursor(items.getLast()) : null).map(RunItemView::of);
    }

    private static String cursor(RunItem last) {
        return PlaceCursor.of(
                last.engagement().toString(),
                last.billing().toString(),
                last.outcome().name());
    }

    private static After place(String cursor) {
        String[] parts = PlaceCursor.parts(cursor, PARTS);
        UUID engagement = PlaceCursor.known(Texts.uuid(parts[0]));
        LocalDate billing = PlaceCursor.known(Texts.date(parts[1]));
        RunItem.Outcome outcome = Arrays.stream(RunItem.Outcome.values())
                .filter(known -> known.name().equals(parts[2]))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.CURSOR_INVALID));
        return new After(new EngagementId(engagement), billing, outcome);
    }
}
