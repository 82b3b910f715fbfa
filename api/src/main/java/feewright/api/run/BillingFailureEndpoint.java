package feewright.api.run;

import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.platform.Actor;
import feewright.platform.Transactions;
import feewright.rule.DecisionId;
import feewright.run.BillingFailure;
import feewright.run.BillingFailures;
import feewright.run.RunId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What runs leave alone, and why, until it is retried or billed by hand (requirement P3). */
@RestController
@RequestMapping(path = "/v1/billing-failures", produces = "application/json")
record BillingFailureEndpoint(Transactions transactions, BillingFailures billingFailures) {

    record BillingFailureView(
            UUID engagementId,
            @Nullable UUID billingRunId,
            LocalDate billingDate,
            String outcome,
            List<String> codes,
            @Nullable UUID decisionId,
            Instant createdAt) {}

    @GetMapping
    Page<BillingFailureView> list(
            Actor actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return transactions.reading(
                actor,
                () -> page.page(
                                (before, count) -> billingFailures.page(actor.firm(), before, count),
                                aside -> aside.engagement().value())
                        .map(BillingFailureEndpoint::view));
    }

    private static BillingFailureView view(BillingFailure aside) {
        DecisionId decision = aside.decision();
        RunId run = aside.run();
        return new BillingFailureView(
                aside.engagement().value(),
                run == null ? null : run.value(),
                aside.billing(),
                aside.outcome().code(),
                aside.codes(),
                decision == null ? null : decision.value(),
                aside.since());
    }
}
