package feewright.credit;

import feewright.rule.Fact;

/**
 * What a credit note takes off a line, and what earlier notes left of it, in minor units. A line that is not there has nothing left.
 * {@code item} counts what was asked for from 1, so that a line that is named twice is two facts.
 */
public record CreditedLineFact(int item, int number, long amountMinor, long leftMinor) implements Fact {

    @Override
    public String ref() {
        return "line/" + number;
    }
}
