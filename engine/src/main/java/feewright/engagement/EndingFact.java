package feewright.engagement;

import feewright.rule.Fact;
import java.time.LocalDate;

/**
 * That somebody asks to end an engagement before {@code endsOn}: whether it ended early before, and how many time entries of that
 * day and later are approved or billed.
 */
public record EndingFact(EngagementId engagement, LocalDate endsOn, boolean ended, int lateTime) implements Fact {

    @Override
    public String ref() {
        return "ending/" + engagement;
    }
}
