package feewright.dispute;

import feewright.rule.Fact;

/**
 * That a payment is believed to be fraud: whether the warning takes an answer still, and how much of the payment could be given back, in
 * minor units: what is disputed already cannot. What is permitted is to propose a refund.
 */
public record FraudWarningFact(FraudWarningId warning, boolean actionable, long refundableMinor) implements Fact {

    @Override
    public String ref() {
        return "fraud_warning/" + warning;
    }
}
