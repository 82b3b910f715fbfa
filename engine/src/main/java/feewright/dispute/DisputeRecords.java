package feewright.dispute;

import feewright.attempt.CollectionRecords;
import feewright.credit.Credits;
import feewright.ledger.Bookkeeping;
import feewright.payment.ChargebackTransfers;

/** What disputes read and write beside the ledger. */
public record DisputeRecords(Disputes disputes, CollectionRecords collecting, Credits credits) {

    ChargebackTransfers chargeback(Bookkeeping books) {
        return new ChargebackTransfers(credits, books.ledger(), books.decisionMaker());
    }
}
