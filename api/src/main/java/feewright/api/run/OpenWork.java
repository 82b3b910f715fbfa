package feewright.api.run;

import feewright.api.clock.FirmClock;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import feewright.run.BillSlice;
import feewright.run.BillingRun;
import feewright.run.BillingRuns;
import feewright.run.BillingRuns.OpenSlice;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The slices that nobody has finished: found, looked at again once they are locked, and worked by the time of their firm. */
public record OpenWork(Transactions transactions, BillingRuns runs, BillSlice billSlice, FirmClock clock) {

    /** An open slice of a run. */
    record Piece(BillingRun run, OpenSlice slice) {

        /** Not of the run: the row of a lock stays, and every run would leave more of them. */
        String lock() {
            return "billing/" + run.firm() + "/" + slice.number();
        }
    }

    List<Piece> of(FirmId firm) {
        return transactions.reading(
                Actor.scheduler(firm),
                () -> runs.unfinished(firm).stream()
                        .flatMap(run -> runs.openSlices(run).stream().map(slice -> new Piece(run, slice)))
                        .toList());
    }

    /** Works the slice from where it is by now, for as long as it may go on; whether it was still open. */
    boolean work(Piece found, BooleanSupplier goesOn) {
        BillingRun run = found.run();
        Optional<OpenSlice> open = transactions.reading(
                Actor.scheduler(run.firm()),
                () -> runs.openSlices(run).stream()
                        .filter(slice -> slice.number() == found.slice().number())
                        .findFirst());
        BillSlice.Worker shift = new BillSlice.Worker(() -> clock.now(run.firm()), goesOn);
        open.ifPresent(slice -> billSlice.work(run, slice, shift));
        return open.isPresent();
    }
}
