package feewright.invoice;

import feewright.platform.PersonId;
import feewright.rule.Fact;

/** That the actor asks to override, with a reason or without. The reason itself is content, which no rule sees. */
public record OverrideFact(PersonId by, boolean reasoned) implements Fact {

    @Override
    public String ref() {
        return "override/" + by;
    }
}
