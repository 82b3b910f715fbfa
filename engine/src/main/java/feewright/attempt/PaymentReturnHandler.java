package feewright.attempt;

import feewright.rule.Decision;

/** Port: what is done where a bank took a payment back, in the transaction that entered it. */
@FunctionalInterface
public interface PaymentReturnHandler {

    /** The attempt as it was while its payment stood, and the decision by which it counts as taken back. */
    void happened(PaymentAttempt attempt, Decision decision);
}
