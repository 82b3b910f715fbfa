package feewright.credit;

import feewright.ledger.GrantId;
import feewright.rule.Fact;

/** What an application takes from a grant, in minor units. {@code takenOff}: a person took credit of it off the same invoice before. */
public record DrawFact(GrantId grant, long amountMinor, boolean takenOff) implements Fact {

    @Override
    public String ref() {
        return "draw/" + grant;
    }
}
