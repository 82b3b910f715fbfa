package feewright.run;

import feewright.engagement.EngagementId;
import feewright.platform.Actor;
import feewright.platform.ConcurrentChange;
import feewright.platform.StorageUnavailable;
import feewright.platform.Transactions;
import feewright.run.BillingRuns.OpenSlice;
import feewright.run.BillingRuns.SliceAdvance;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Use case: works a slice of a run, batch after batch, each in a transaction of its own together with its progress. It may be
 * killed at any point and taken up again, and two may work at the same slice: the claims of the invoices let none pass twice.
 */
public record BillSlice(Transactions transactions, BillingRuns runs, WorkLists lists, BillBatch batch, int batchSize) {

    /** The usual number of engagements in one transaction: enough to make round trips cheap, few enough to keep locks short. */
    public static final int BATCH = 100;

    /** How often a batch of one engagement is tried before the engagement is set aside, or left to the next run. */
    private static final int ATTEMPTS = 3;

    /** The code of an engagement whose batch of one still fails. */
    static final String DEFECT = "defect";

    /** What a worker needs from where it runs: the time, and whether it may go on. */
    public record Worker(Supplier<Instant> now, BooleanSupplier goesOn) {}

    /**
     * Works until nothing of the slice is left, and closes it; returns early, with the slice open, when the shift ends. Storage that is
     * away ends it as well, with {@link StorageUnavailable}: the slice is taken up later where it stands.
     */
    public void work(BillingRun run, OpenSlice open, Worker shift) {
        int place = open.next();
        while (shift.goesOn().getAsBoolean()) {
            EngagementRange next = next(run, open.slice(), place);
            Instant now = shift.now().get();
            if (next.engagements().isEmpty()) {
                close(run, open.slice(), now);
                return;
            }
            bill(new Position(run, open.number(), now), next);
            place = next.end();
        }
    }

    /** Where in which run a batch belongs, and when it is billed. */
    private record Position(BillingRun run, int slice, Instant now) {

        BillingBatch order(List<EngagementId> engagements) {
            return new BillingBatch(run, engagements, now);
        }

        RunItem broken(EngagementId engagement, RuntimeException failure) {
            return RunItem.broken(
                    engagement, now, List.of(DEFECT, failure.getClass().getSimpleName()));
        }

        BillingFailure aside(RunItem item) {
            return BillingFailure.of(item, run.id(), now);
        }

        SliceAdvance advance(int next) {
            return new SliceAdvance(slice, next, now);
        }
    }

    private EngagementRange next(BillingRun run, Slice slice, int place) {
        return transactions.reading(
                Actor.scheduler(run.firm()),
                () -> new EngagementRange(place, lists.next(run, slice, place, batchSize)));
    }

    /** At once, so that a slice is finished whenever nothing of it is on the list any more. */
    private void close(BillingRun run, Slice slice, Instant now) {
        in(run, () -> {
            lists.strike(run, slice);
            runs.finish(run, slice.number(), now);
        });
    }

    /** A batch that fails is halved until the engagement that breaks it stands alone. Storage that is away is nobody's failure. */
    private void bill(Position part, EngagementRange stretch) {
        for (int attempt = 1; ; attempt++) {
            try {
                attempt(part, stretch);
                return;
            } catch (StorageUnavailable later) {
                throw later;
            } catch (RuntimeException failure) {
                if (stretch.engagements().size() > 1) {
                    stretch.halves().forEach(half -> bill(part, half));
                    return;
                }
                if (attempt == ATTEMPTS) {
                    giveUp(part, stretch, failure);
                    return;
                }
            }
        }
    }

    /** The slice moves on when nothing of the stretch is left, so that whoever takes it up begins the stretch again. */
    private void attempt(Position part, EngagementRange stretch) {
        List<EngagementId> left = stretch.engagements();
        while (!left.isEmpty()) {
            List<EngagementId> now = left;
            left = transactions.in(Actor.scheduler(part.run().firm()), () -> {
                BillBatch.Result result = batch.bill(part.order(now));
                int next = result.unfinished().isEmpty() ? stretch.end() : stretch.place();
                runs.advance(part.run(), part.advance(next), result.items());
                return result.unfinished();
            });
        }
    }

    /** What somebody else changes all the time is left to the next run; what is broken is set aside, and told by its kind only. */
    private void giveUp(Position part, EngagementRange stretch, RuntimeException failure) {
        in(part.run(), () -> {
            List<RunItem> items = failure instanceof ConcurrentChange
                    ? List.of()
                    : List.of(part.broken(stretch.engagements().getFirst(), failure));
            if (!part.run().request().dryRun()) {
                batch.billingFailures()
                        .add(part.run().firm(), items.stream().map(part::aside).toList());
            }
            runs.advance(part.run(), part.advance(stretch.end()), items);
        });
    }

    private void in(BillingRun run, Runnable work) {
        transactions.in(Actor.scheduler(run.firm()), () -> {
            work.run();
            return run;
        });
    }
}
