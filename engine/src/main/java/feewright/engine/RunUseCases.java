package feewright.engine;

import feewright.run.BillBatch;
import feewright.run.BillSlice;
import feewright.run.StartRun;

/** Billing runs. */
public interface RunUseCases extends InvoiceUseCases {

    default StartRun startRun() {
        return new StartRun(
                ports().transactions(),
                ports().billingRuns(),
                ports().workLists(),
                ports().dueEngagements(),
                ports().engagements(),
                ports().auditTrail(),
                ports().ids());
    }

    default BillSlice billSlice() {
        return billSlice(BillSlice.BATCH);
    }

    /** Works slices in batches of so many engagements. */
    default BillSlice billSlice(int batchSize) {
        BillBatch batch = new BillBatch(ports().billingPositions(), invoiceIssuer(), ports().billingFailures());
        return new BillSlice(ports().transactions(), ports().billingRuns(), ports().workLists(), batch, batchSize);
    }
}
