package feewright.api.run;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.ProblemException;
import feewright.platform.Actor;
import feewright.platform.Transactions;
import feewright.run.BillingRun;
import feewright.run.BillingRuns;
import feewright.run.RunId;
import feewright.run.RunItem;
import feewright.run.RunRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs: asked for, watched, and looked at afterwards (requirements P4, P5). Ids, codes and amounts only. */
@RestController
@RequestMapping(path = "/v1/billing-runs", produces = "application/json")
record RunEndpoints(Transactions transactions, BillingRuns runs, Starting starting, FirmClock clock) {

    /** What a request for a run needs. */
    @Component
    record Starting(RunRequests requests, IdempotentWrites once, Workers workers) {}

    /** The workers are woken after the run is there for all to see; an answer that is given again wakes them for nothing. */
    @ResponseDescriptions(status = 202, body = RunView.class)
    @PostMapping
    ResponseEntity<byte[]> start(
            Actor actor, HttpServletRequest http, @RequestBody(required = false) @Nullable RunJson body) {
        RunRequest request = Objects.requireNonNullElse(body, RunJson.EMPTY).request();
        ResponseEntity<byte[]> answer =
                starting.once().run(actor, http, () -> starting.requests().answer(actor, request, clock.now(actor)));
        starting.workers().wake(actor.firm());
        return answer;
    }

    @GetMapping
    Page<RunView> list(
            Actor actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return transactions.reading(actor, () -> {
            Set<RunId> running =
                    runs.unfinished(actor.firm()).stream().map(BillingRun::id).collect(Collectors.toSet());
            return page.page(
                            (before, count) -> runs.page(actor.firm(), before, count),
                            run -> run.id().value())
                    .map(run -> RunView.of(run, running.contains(run.id())));
        });
    }

    @GetMapping("/{id}")
    RunView find(Actor actor, @PathVariable UUID id) {
        return transactions.reading(actor, () -> {
            BillingRun run = found(actor, id);
            return RunView.of(run, RunProgressView.of(run, runs.progress(run), clock.now(actor)));
        });
    }

    @GetMapping("/{id}/items")
    Page<RunItemView> items(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) RunItem.@Nullable Outcome outcome,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        RunItems items = RunItems.of(outcome, limit, cursor);
        return transactions.reading(actor, () -> items.page(runs, found(actor, id)));
    }

    private BillingRun found(Actor actor, UUID id) {
        return ProblemException.unlessFound(
                runs.find(actor.firm(), new RunId(id)).orElse(null));
    }
}
