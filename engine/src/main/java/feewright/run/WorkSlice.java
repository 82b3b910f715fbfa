package feewright.run;

import feewright.engagement.EngagementId;
import feewright.firm.Actor;
import feewright.firm.ConcurrentChange;
import feewright.firm.Transactions;
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
public record WorkSlice(Transactions transactions, StartRun.Registers registers, BillBatch batch, int batchSize) {

    /** The usual number of engagements in one transaction: enough to make round trips cheap, few enough to keep locks short. */
    public static final int BATCH = 100;

    /** How many batches are found at once: finding reads what is left of the slice, however little it takes of it. */
    private static final int BATCHES = 10;

    /** How often a batch of one engagement is tried before the engagement is set aside, or left to the next run. */
    private static final int ATTEMPTS = 3;

    /** The code of an engagement whose batch of one still fails. */
    static final String DEFECT = "defect";

    /** What a worker needs from where it runs: the time, and whether it may go on. */
    public record Shift(Supplier<Instant> now, BooleanSupplier goesOn) {}

    /** Works until nothing of the slice is left, and closes it; returns early, with the slice open, when the shift ends. */
    public void work(BillingRun run, OpenSlice open, Shift shift) {
        DueFilter slice = filter(run, Slice.of(open.number(), run.slices()), shift);
        EngagementId upTo = open.upTo();
        while (shift.goesOn().getAsBoolean()) {
            List<EngagementId> next = next(run, slice.after(upTo));
            if (next.isEmpty()) {
                Instant now = shift.now().get();
                in(run, () -> registers.runs().finish(run, open.number(), now));
                return;
            }
            upTo = bill(run, open.number(), next, shift);
        }
    }

    /** Bills what was found, batch after batch, for as long as the shift goes on; the last engagement that was dealt with. */
    private EngagementId bill(BillingRun run, int slice, List<EngagementId> found, Shift shift) {
        int from = 0;
        do {
            int until = Math.min(found.size(), from + batchSize);
            bill(new Part(run, slice, shift.now().get()), found.subList(from, until));
            from = until;
        } while (from < found.size() && shift.goesOn().getAsBoolean());
        return found.get(from - 1);
    }

    /** Where in which run a batch belongs, and when it is billed. */
    private record Part(BillingRun run, int slice, Instant now) {

        BatchOrder order(List<EngagementId> engagements) {
            return new BatchOrder(run, engagements, now);
        }

        RunItem broken(EngagementId engagement, RuntimeException failure) {
            return RunItem.broken(
                    engagement, now, List.of(DEFECT, failure.getClass().getSimpleName()));
        }

        SetAside aside(RunItem item) {
            return SetAside.of(item, run.id(), now);
        }

        SliceAdvance advance(EngagementId upTo, int engagements) {
            return new SliceAdvance(slice, upTo, engagements, now);
        }
    }

    private DueFilter filter(BillingRun run, Slice slice, Shift shift) {
        return transactions.reading(
                Actor.scheduler(run.firm()),
                () -> registers
                        .filter(run.firm(), run.request(), shift.now().get())
                        .in(slice));
    }

    private List<EngagementId> next(BillingRun run, DueFilter filter) {
        return transactions.reading(
                Actor.scheduler(run.firm()), () -> registers.due().next(run.firm(), filter, batchSize * BATCHES));
    }

    /** A batch that fails is halved until the engagement that breaks it stands alone. */
    private void bill(Part part, List<EngagementId> engagements) {
        for (int attempt = 1; ; attempt++) {
            try {
                attempt(part, engagements);
                return;
            } catch (RuntimeException failure) {
                if (engagements.size() > 1) {
                    int half = engagements.size() / 2;
                    bill(part, engagements.subList(0, half));
                    bill(part, engagements.subList(half, engagements.size()));
                    return;
                }
                if (attempt == ATTEMPTS) {
                    giveUp(part, engagements, failure);
                    return;
                }
            }
        }
    }

    private void attempt(Part part, List<EngagementId> engagements) {
        List<EngagementId> left = engagements;
        while (!left.isEmpty()) {
            List<EngagementId> now = left;
            left = transactions.in(Actor.scheduler(part.run().firm()), () -> {
                BillBatch.Result result = batch.bill(part.order(now));
                int done = now.size() - result.unfinished().size();
                registers.runs().advance(part.run(), part.advance(engagements.getLast(), done), result.items());
                return result.unfinished();
            });
        }
    }

    /** What somebody else changes all the time is left to the next run; what is broken is set aside, and told by its kind only. */
    private void giveUp(Part part, List<EngagementId> engagements, RuntimeException failure) {
        in(part.run(), () -> {
            List<RunItem> items = failure instanceof ConcurrentChange
                    ? List.of()
                    : List.of(part.broken(engagements.getFirst(), failure));
            if (!part.run().request().dryRun()) {
                batch.setAsides()
                        .add(part.run().firm(), items.stream().map(part::aside).toList());
            }
            registers.runs().advance(part.run(), part.advance(engagements.getLast(), 1), items);
        });
    }

    private void in(BillingRun run, Runnable work) {
        transactions.in(Actor.scheduler(run.firm()), () -> {
            work.run();
            return run;
        });
    }
}
