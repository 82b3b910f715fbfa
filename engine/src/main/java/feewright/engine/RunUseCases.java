package feewright.engine;

import feewright.run.BillBatch;
import feewright.run.StartRun;
import feewright.run.WorkSlice;

/** Billing runs. */
public interface RunUseCases extends InvoiceUseCases {

    default StartRun startRun() {
        return new StartRun(
                ports().transactions(),
                ports().billingRuns(),
                ports().workLists(),
                ports().dueWork(),
                ports().engagements(),
                ports().auditTrail(),
                ports().ids());
    }

    default WorkSlice workSlice() {
        return workSlice(WorkSlice.BATCH);
    }

    /** Works slices in batches of so many engagements. */
    default WorkSlice workSlice(int batchSize) {
        BillBatch batch = new BillBatch(ports().billingPositions(), issuing(), ports().setAsides());
        return new WorkSlice(ports().transactions(), ports().billingRuns(), ports().workLists(), batch, batchSize);
    }
}
