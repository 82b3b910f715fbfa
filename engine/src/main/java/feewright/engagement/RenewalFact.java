package feewright.engagement;

import feewright.rule.Fact;
import java.time.LocalDate;

/** That somebody asks to let a successor take over on a day, and whether the engagement has a successor. */
public record RenewalFact(EngagementId engagement, EngagementId successor, LocalDate handsOverOn, boolean renewed)
        implements Fact {

    @Override
    public String ref() {
        return "renewal/" + engagement;
    }
}
