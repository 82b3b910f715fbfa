package feewright.drools;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.engagement.EngagementFact;
import feewright.engagement.EngagementId;
import feewright.engagement.PricingMode;
import feewright.engagement.SigningFact;
import feewright.platform.ClientId;
import feewright.platform.PersonId;
import feewright.rule.ActorFact;
import feewright.rule.Conclusion.Permit;
import feewright.rule.Conclusion.Violation;
import feewright.rule.RuleSet;
import feewright.rule.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DroolsRulebookTest {

    @Test
    void terms_without_a_day_are_not_signed() {
        DroolsRulebook book = DroolsRulebook.open(null);
        EngagementId engagement = new EngagementId(new UUID(0, 1));
        LocalDate start = LocalDate.of(2026, 1, 1);

        Verdict verdict = book.judge(
                RuleSet.ENGAGEMENT,
                List.of(
                        new ActorFact(new PersonId(new UUID(0, 2)), Set.of("firm-admin"), true, false, null),
                        new EngagementFact(
                                engagement,
                                new ClientId(new UUID(0, 3)),
                                false,
                                PricingMode.MIXED,
                                "USD",
                                start,
                                start,
                                true,
                                true,
                                false,
                                false),
                        new SigningFact(engagement, false)));

        assertThat(verdict.pack()).isEqualTo(book.pack());
        assertThat(verdict.conclusions())
                .containsExactly(
                        new Permit("ENG-01", "signing/" + engagement),
                        new Violation("ENG-04", "engagement/" + engagement));
    }
}
