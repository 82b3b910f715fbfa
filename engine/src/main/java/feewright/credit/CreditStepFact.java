package feewright.credit;

import feewright.receivable.GrantId;
import feewright.rule.Fact;
import java.util.Locale;

/** That somebody asks to do something to a grant, with an amount in minor units (that of the grant, or what is moved). */
public record CreditStepFact(GrantId grant, CreditStep step, long amountMinor) implements Fact {

    @Override
    public String ref() {
        return "credit/" + grant + "/" + step.name().toLowerCase(Locale.ROOT);
    }
}
