package feewright.engagement;

import feewright.rule.Fact;
import java.time.LocalDate;

/**
 * That somebody asks to pause an engagement from {@code pausesOn} on: whether an earlier pause reaches that day, and how many time
 * entries of that day and later are approved or billed.
 */
public record PauseFact(EngagementId engagement, LocalDate pausesOn, boolean overlapping, int lateTime)
        implements Fact {

    @Override
    public String ref() {
        return "pause/" + engagement;
    }
}
