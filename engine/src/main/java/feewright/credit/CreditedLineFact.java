package feewright.credit;

import feewright.rule.Fact;

/** What a credit note takes off a line, and what earlier notes left of it, in minor units. A line that is not there has nothing left. */
public record CreditedLineFact(int number, long amountMinor, long leftMinor) implements Fact {

    @Override
    public String ref() {
        return "line/" + number;
    }
}
