package feewright.credit;

import feewright.receivable.GrantId;
import feewright.rule.Fact;

/** What an application takes from a grant, in minor units. */
public record DrawFact(GrantId grant, long amountMinor) implements Fact {

    @Override
    public String ref() {
        return "draw/" + grant;
    }
}
