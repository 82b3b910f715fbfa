package feewright.engine;

import feewright.attempt.CollectionRecords;
import feewright.dispute.DisputeRecords;
import feewright.dispute.ReapportionChargebacks;
import feewright.dispute.RecordDispute;
import feewright.dispute.RecordFraudWarning;

/** Disputes and fraud warnings. */
public interface DisputeUseCases extends CreditUseCases {

    default RecordDispute recordDispute() {
        return new RecordDispute(ports().transactions(), disputeRecords(), bookkeeping());
    }

    default RecordFraudWarning recordFraudWarning() {
        return new RecordFraudWarning(
                ports().transactions(), ports().fraudWarnings(), ports().attempts(), bookkeeping());
    }

    /** Shares what was charged back of a payment once more, after other money of it moved. */
    default ReapportionChargebacks reapportionChargebacks() {
        return new ReapportionChargebacks(disputeRecords(), bookkeeping());
    }

    default CollectionRecords collectionRecords() {
        return new CollectionRecords(ports().collectionCursors(), ports().attempts(), ports().paymentMethods());
    }

    private DisputeRecords disputeRecords() {
        return new DisputeRecords(ports().disputes(), collectionRecords(), ports().credits());
    }
}
