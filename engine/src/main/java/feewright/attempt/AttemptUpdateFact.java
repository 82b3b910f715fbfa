package feewright.attempt;

import feewright.rule.Fact;

/**
 * That an attempt is said to have come from one state into another; {@code confirmed}: by the processor itself, and not by us;
 * {@code otherCurrency}: money came in another currency than was asked for.
 */
public record AttemptUpdateFact(
        AttemptId attempt, AttemptState was, AttemptState becomes, boolean confirmed, boolean otherCurrency)
        implements Fact {

    @Override
    public String ref() {
        return "payment_attempt/" + attempt;
    }
}
