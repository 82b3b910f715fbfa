package feewright.credit;

import feewright.ledger.GrantId;
import feewright.rule.Fact;

/** That somebody asks to do something to a grant, with an amount in minor units (that of the grant, or what is moved). */
public record CreditStepFact(GrantId grant, CreditStep step, long amountMinor) implements Fact {

    @Override
    public String ref() {
        return "credit/" + grant + "/" + step.code();
    }
}
