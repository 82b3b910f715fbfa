package feewright.api.time;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.web.EntityTag;
import feewright.engagement.EngagementId;
import feewright.platform.Actor;
import feewright.platform.PersonId;
import feewright.platform.Transactions;
import feewright.time.DraftTime;
import feewright.time.EntryVersion;
import feewright.time.LogTime;
import feewright.time.TimeEntries.TimeFilter;
import feewright.time.TimeEntryId;
import feewright.time.TimeEntryInput;
import feewright.time.TimeFault;
import feewright.time.TimeState;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Writing time down, revising it and reading it. The entity tag of an entry is its version: an edit makes a new one. */
@RestController
@RequestMapping(path = "/v1/time-entries", produces = "application/json")
record TimeEndpoints(
        Transactions transactions, LogTime logTime, VisibleTime visible, IdempotentWrites once, FirmClock clock) {

    @ResponseDescriptions(status = 201, body = TimeEntryView.class)
    @PostMapping(consumes = "application/json")
    ResponseEntity<byte[]> log(Actor actor, HttpServletRequest request, @RequestBody TimeEntryJson body) {
        TimeEntryInput note = body.note();
        return once.run(actor, request, () -> {
            TimeEntryView view = logged(actor, logTime.log(actor, note, clock.now(actor)));
            return WriteResponse.created("/v1/time-entries/" + view.id(), view.version(), view);
        });
    }

    @GetMapping
    Page<TimeEntryView> list(
            Actor actor,
            @RequestParam(name = "engagement_id", required = false) @Nullable UUID engagement,
            @RequestParam(name = "worker_id", required = false) @Nullable UUID worker,
            @RequestParam(required = false) @Nullable TimeState state,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        TimeFilter filter = new TimeFilter(
                null,
                engagement == null ? null : new EngagementId(engagement),
                worker == null ? null : new PersonId(worker),
                state,
                from,
                until);
        return transactions.reading(actor, () -> visible.page(actor, filter, page));
    }

    @ResponseDescriptions(body = TimeEntryView.class)
    @GetMapping("/{id}")
    ResponseEntity<TimeEntryView> find(Actor actor, @PathVariable UUID id) {
        return transactions
                .reading(actor, () -> visible.view(actor, visible.entry(actor, id)))
                .tagged();
    }

    @ResponseDescriptions(
            body = TimeEntryView.class,
            problems = {412, 428})
    @PutMapping(path = "/{id}", consumes = "application/json")
    ResponseEntity<TimeEntryView> revise(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TimeEntryJson body) {
        EntryVersion seen = new EntryVersion(new TimeEntryId(id), EntityTag.version(ifMatch));
        TimeEntryInput note = body.note();
        return transactions
                .in(actor, () -> logged(actor, logTime.revise(actor, seen, note, clock.now(actor))))
                .tagged();
    }

    private TimeEntryView logged(Actor actor, LogTime.Outcome outcome) {
        return switch (outcome) {
            case LogTime.Outcome.Logged(DraftTime draft) -> visible.view(actor, draft);
            case LogTime.Outcome.Faulty(List<TimeFault> faults) ->
                throw new ProblemException(Problem.of(ProblemCode.INVALID_FIELDS)
                        .withErrors(faults.stream()
                                .map(fault -> new Problem.Fault(fault.code(), fault.pointer()))
                                .toList()));
            case LogTime.Outcome.NotAllowed _ -> throw new ProblemException(ProblemCode.FORBIDDEN);
            case LogTime.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
            case LogTime.Outcome.Stale _ -> throw new ProblemException(ProblemCode.PRECONDITION_FAILED);
            case LogTime.Outcome.Billed _ -> throw new ProblemException(ProblemCode.TIME_BILLED);
        };
    }
}
