package feewright.engagement;

import feewright.rule.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** That somebody asks to resume an engagement on a day; {@code pausedOn} is the first day of its open pause, null without one. */
public record ResumptionFact(
        EngagementId engagement,
        LocalDate resumesOn,
        @Nullable LocalDate pausedOn) implements Fact {

    @Override
    public String ref() {
        return "resumption/" + engagement;
    }
}
