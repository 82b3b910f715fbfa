package feewright.engagement;

import feewright.platform.ClientId;
import feewright.rule.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An engagement, as rules see it. The term is the one in effect: {@code end} is exclusive and null while open-ended; currency is an ISO code. */
public record EngagementFact(
        EngagementId engagement,
        ClientId client,
        boolean signed,
        PricingMode mode,
        String currency,
        LocalDate start,
        @Nullable LocalDate end,
        boolean hasFee,
        boolean hasRate,
        boolean clientApproval,
        boolean autoIssue)
        implements Fact {

    public static EngagementFact of(Engagement engagement) {
        Terms terms = engagement.inEffect();
        return new EngagementFact(
                engagement.id(),
                engagement.client(),
                engagement instanceof SignedEngagement,
                terms.pricing().mode(),
                terms.currency().getCode(),
                terms.term().start(),
                terms.term().end(),
                terms.pricing().packageTerms().isPresent(),
                terms.pricing()
                        .hourlyTerms()
                        .filter(hourly -> !hourly.rates().rates().isEmpty())
                        .isPresent(),
                terms.conditions().clientApproval(),
                terms.conditions().autoIssue());
    }

    /** Whether package lines belong to this engagement. */
    public boolean packaged() {
        return mode != PricingMode.HOURLY;
    }

    /** Whether hourly lines belong to this engagement. */
    public boolean hourly() {
        return mode != PricingMode.PACKAGE;
    }

    @Override
    public String ref() {
        return "engagement/" + engagement;
    }
}
