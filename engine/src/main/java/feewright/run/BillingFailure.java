package feewright.run;

import feewright.engagement.EngagementId;
import feewright.rule.DecisionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An engagement that runs leave alone, and why: codes, the run that found it (null: a void did), and the decision where the rules
 * refused it. {@code billing} is the day whose dues stand still; older ones were billed, younger ones wait for it.
 */
public record BillingFailure(
        EngagementId engagement,
        @Nullable RunId run,
        LocalDate billing,
        RunItem.Outcome outcome,
        List<String> codes,
        @Nullable DecisionId decision,
        Instant since) {

    public BillingFailure {
        codes = List.copyOf(codes);
    }

    /** What an item of a run sets aside. */
    static BillingFailure of(RunItem item, RunId run, Instant since) {
        RunItem.Evidence evidence = item.evidence();
        return new BillingFailure(
                item.engagement(), run, item.billing(), item.outcome(), evidence.codes(), evidence.decision(), since);
    }
}
