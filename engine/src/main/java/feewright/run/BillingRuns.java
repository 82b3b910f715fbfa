package feewright.run;

import feewright.engagement.EngagementId;
import feewright.platform.FirmId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: runs, how far each slice of them is, and what they did. */
public interface BillingRuns {

    /** Keeps a run and the slices of its work list, which any instance may take. */
    void start(BillingRun run, List<Slice> slices);

    Optional<BillingRun> find(FirmId firm, RunId run);

    /** By id descending (newest first). */
    List<BillingRun> page(FirmId firm, @Nullable UUID before, int limit);

    /** Runs with an unfinished slice, oldest first. */
    List<BillingRun> unfinished(FirmId firm);

    /** The slices of the run that are not finished, with how far each came. */
    List<OpenSlice> openSlices(BillingRun run);

    /** Keeps what a batch did, and how far its slice came: never back. What is kept already is left as it is. */
    void advance(BillingRun run, SliceAdvance advance, List<RunItem> items);

    /** Closes a slice; a closed one stays as it was closed. */
    void finish(BillingRun run, int slice, Instant at);

    RunProgress progress(BillingRun run);

    /** What the run did, by engagement and day. */
    List<RunItem> items(BillingRun run, ItemFilter filter, int limit);

    /** A slice that is not finished, and the first place of it that no batch dealt with. */
    record OpenSlice(Slice slice, int next) {

        public int number() {
            return slice.number();
        }
    }

    /** What stands before the place {@code next} of a slice is dealt with. */
    record SliceAdvance(int slice, int next, Instant at) {}

    /** What to look for; null means any. {@code after} is the last item of the page before. */
    record ItemFilter(
            RunItem.@Nullable Outcome outcome, @Nullable After after) {}

    /** The place of an item in the order of a run's items. */
    record After(EngagementId engagement, LocalDate billing, RunItem.Outcome outcome) {}
}
