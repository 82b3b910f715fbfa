package feewright.refund;

import feewright.attempt.PaymentAttempt;
import feewright.ledger.JournalEntryId;
import feewright.rule.Decision;

/** Port: what else is done where a refund moved money, or it came back, in the transaction that entered it. */
@FunctionalInterface
public interface RefundPostedHandler {

    /** The attempt that brought the payment, and the decision on what was said of the refund. */
    void happened(PaymentAttempt attempt, JournalEntryId payment, Decision decision);
}
