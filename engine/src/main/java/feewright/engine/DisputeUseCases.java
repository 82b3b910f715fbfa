package feewright.engine;

import feewright.attempt.CollectionRegisters;
import feewright.dispute.DisputeRecords;
import feewright.dispute.RecordDispute;
import feewright.dispute.RecordFraudWarning;
import feewright.dispute.ShareAgain;

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
    default ShareAgain shareAgain() {
        return new ShareAgain(disputeRecords(), bookkeeping());
    }

    default CollectionRegisters collectionRegisters() {
        return new CollectionRegisters(ports().collectionCursors(), ports().attempts(), ports().paymentMethods());
    }

    private DisputeRecords disputeRecords() {
        return new DisputeRecords(ports().disputes(), collectionRegisters(), ports().credits());
    }
}
