package feewright.attempt;

import feewright.rule.Fact;

/** That it could be tried again, so many days after the first failure. One for each day that may be chosen: rules permit days. */
public record RetryFact(int days) implements Fact {

    /** The last day that may be chosen. */
    public static final int LATEST = 60;

    @Override
    public String ref() {
        return "retry/" + days;
    }
}
