package feewright.api.rule;

import feewright.api.paging.PageRequest;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.platform.Actor;
import feewright.platform.Transactions;
import feewright.rule.Decision;
import feewright.rule.DecisionId;
import feewright.rule.Decisions;
import feewright.rule.Decisions.DecisionFilter;
import feewright.rule.PackHash;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The firing log (requirement X5): what the rules decided, by which rules, on which facts. Ids and codes only. */
@RestController
@RequestMapping(path = "/v1/decisions", produces = "application/json")
record DecisionEndpoints(Transactions transactions, Decisions decisions) {

    /** As CSV it is all that matches, whatever the limit. */
    @GetMapping(produces = {"application/json", "text/csv"})
    DecisionsView list(
            Actor actor,
            @RequestParam(name = "invoice_id", required = false) @Nullable UUID invoice,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String fact,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) Decision.@Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable String pack,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest asked = PageRequest.of(limit, cursor);
        PackHash hash = pack == null ? null : hash(pack);
        DecisionFilter filter =
                new DecisionFilter(asked.before(), invoice, subject, fact, rule, outcome, hash, from, until);
        return DecisionsView.of(
                transactions
                        .reading(
                                actor,
                                () -> asked.page(
                                        (before, count) -> decisions.page(actor.firm(), filter, count),
                                        decision -> decision.id().value()))
                        .map(DecisionView::of),
                new DecisionLog(transactions, decisions, actor, filter));
    }

    @GetMapping("/{id}")
    DecisionView find(Actor actor, @PathVariable UUID id) {
        return transactions.reading(
                actor,
                () -> DecisionView.of(ProblemException.unlessFound(
                        decisions.find(actor.firm(), new DecisionId(id)).orElse(null))));
    }

    private static PackHash hash(String text) {
        try {
            return new PackHash(text);
        } catch (IllegalArgumentException notAHash) {
            throw new ProblemException(Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter("pack"));
        }
    }
}
