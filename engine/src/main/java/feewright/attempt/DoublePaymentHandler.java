package feewright.attempt;

import feewright.ledger.JournalEntryId;
import java.time.Instant;

/** Port: what is done where a second attempt at an invoice brought money as well, in the transaction that entered it. */
@FunctionalInterface
public interface DoublePaymentHandler {

    /** The attempt that came second, and the entry of its payment. What the invoice did not take of it is the client's credit. */
    void happened(PaymentAttempt attempt, JournalEntryId payment, Instant now);
}
