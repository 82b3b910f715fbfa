package feewright.refund;

import feewright.attempt.AttemptId;
import feewright.rule.Fact;

/**
 * That an attempt brought money for an invoice that another attempt had brought money for; {@code excessMinor} (minor units) is what the
 * invoice did not take, and became credit. Whether it goes back instead is for a rule to say.
 */
public record DoublePaymentFact(AttemptId attempt, long amountMinor, long excessMinor) implements Fact {

    @Override
    public String ref() {
        return "double_payment/" + attempt;
    }
}
