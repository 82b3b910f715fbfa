package feewright.invoice;

import feewright.engagement.EngagementId;
import feewright.rule.Fact;

/** That the time of a proposed invoice passes a cap at which work stops, and by how many minor units. */
public record BeyondCapFact(EngagementId engagement, long amountMinor) implements Fact {

    @Override
    public String ref() {
        return "beyond_cap/" + engagement;
    }
}
