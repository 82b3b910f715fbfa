package feewright.invoice;

import feewright.engagement.EngagementId;
import feewright.rule.Fact;
import java.time.LocalDate;

/** The next package period of an engagement, {@code [start, end)}: whether it is due, and whether it carries a claim. */
public record PeriodFact(EngagementId engagement, LocalDate start, LocalDate end, boolean due, boolean billed)
        implements Fact {

    @Override
    public String ref() {
        return "period/" + engagement + "/" + start;
    }
}
