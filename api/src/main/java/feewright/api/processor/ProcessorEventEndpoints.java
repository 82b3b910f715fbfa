package feewright.api.processor;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.platform.Actor;
import feewright.platform.Transactions;
import feewright.processor.ProcessorEvent;
import feewright.processor.ProcessorEventId;
import feewright.processor.ProcessorEvents;
import feewright.processor.ProcessorEvents.EventFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What processors told by themselves, what came of it, and interpreting it again. */
@RestController
@RequestMapping(path = "/v1/processor-events", produces = "application/json")
record ProcessorEventEndpoints(
        Transactions transactions, ProcessorEvents events, IdempotentWrites once, FirmClock clock) {

    /** The outcome that a list is asked for, of those that have none yet. */
    private static final String WAITING = "waiting";

    @GetMapping
    Page<ProcessorEventView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        boolean waiting = WAITING.equals(outcome);
        ProcessorEvent.Outcome of = outcome == null || waiting ? null : outcome(outcome);
        return transactions
                .reading(
                        actor,
                        () -> page.page(
                                (before, most) -> events.page(actor.firm(), new EventFilter(before, of, waiting), most),
                                event -> event.id().value()))
                .map(ProcessorEventView::of);
    }

    @GetMapping("/{id}")
    ProcessorEventView find(Actor actor, @PathVariable UUID id) {
        return transactions.reading(actor, () -> view(actor, id));
    }

    @ResponseDescriptions(status = 202, body = ProcessorEventView.class)
    @PostMapping("/{id}/replay")
    ResponseEntity<byte[]> replay(Actor actor, HttpServletRequest http, @PathVariable UUID id) {
        return once.run(actor, http, () -> {
            ProcessorEventView found = view(actor, id);
            events.replay(actor.firm(), new ProcessorEventId(id), clock.now(actor));
            return WriteResponse.accepted("/v1/processor-events/" + id, found);
        });
    }

    private ProcessorEventView view(Actor actor, UUID id) {
        return ProcessorEventView.of(ProblemException.unlessFound(
                events.find(actor.firm(), new ProcessorEventId(id)).orElse(null)));
    }

    private static ProcessorEvent.Outcome outcome(String code) {
        return Arrays.stream(ProcessorEvent.Outcome.values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter("outcome")));
    }
}
