package feewright.dispute;

import feewright.attempt.CollectionRegisters;
import feewright.credit.Credits;
import feewright.payment.Chargeback;
import feewright.receivable.Bookkeeping;

/** What disputes read and write beside the ledger. */
public record DisputeRecords(Disputes disputes, CollectionRegisters collecting, Credits credits) {

    Chargeback chargeback(Bookkeeping books) {
        return new Chargeback(credits, books.ledger(), books.judge());
    }
}
