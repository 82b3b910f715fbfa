package feewright.api.run;

import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.firm.Actor;
import feewright.firm.Transactions;
import feewright.rule.DecisionId;
import feewright.run.RunId;
import feewright.run.SetAside;
import feewright.run.SetAsides;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What runs leave alone, and why, until it is retried or billed by hand (requirement P3). */
@RestController
@RequestMapping(path = "/v1/set-aside-engagements", produces = "application/json")
record SetAsideEndpoint(Transactions transactions, SetAsides setAsides) {

    record SetAsideView(
            UUID engagementId,
            @Nullable UUID runId,
            LocalDate billingDate,
            String outcome,
            List<String> codes,
            @Nullable UUID decisionId,
            Instant since) {}

    @GetMapping
    Page<SetAsideView> list(
            Actor actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return transactions.reading(
                actor,
                () -> page.page(
                                (before, count) -> setAsides.page(actor.firm(), before, count),
                                aside -> aside.engagement().value())
                        .map(SetAsideEndpoint::view));
    }

    private static SetAsideView view(SetAside aside) {
        DecisionId decision = aside.decision();
        RunId run = aside.run();
        return new SetAsideView(
                aside.engagement().value(),
                run == null ? null : run.value(),
                aside.billing(),
                aside.outcome().name().toLowerCase(Locale.ROOT),
                aside.codes(),
                decision == null ? null : decision.value(),
                aside.since());
    }
}
