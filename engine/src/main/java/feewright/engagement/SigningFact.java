package feewright.engagement;

import feewright.rule.Fact;

/** That somebody asks to record a signature, dated in the future or not. */
public record SigningFact(EngagementId engagement, boolean inTheFuture) implements Fact {

    @Override
    public String ref() {
        return "signing/" + engagement;
    }
}
