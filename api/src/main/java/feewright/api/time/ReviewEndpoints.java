package feewright.api.time;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.rule.Rulings;
import feewright.api.web.Fields;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.platform.Role;
import feewright.time.Approval;
import feewright.time.EntryVersion;
import feewright.time.ReviewResult;
import feewright.time.ReviewTime;
import feewright.time.SubmitTime;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of one time entry: each binds to the version that the caller saw. */
@RestController
@RequestMapping(path = "/v1/time-entries/{id}", produces = "application/json")
record ReviewEndpoints(
        ReviewTime reviewTime, SubmitTime submitTime, VisibleTime visible, IdempotentWrites once, FirmClock clock) {

    record Seen(@Nullable Integer version) {}

    record Rejection(@Nullable Integer version, @Nullable String reason) {}

    @ResponseDescriptions(
            body = TimeEntryView.class,
            problems = {412, 428})
    @PostMapping("/submission")
    ResponseEntity<byte[]> submit(
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Seen body) {
        EntryVersion seen = SeenVersion.of(id, ifMatch, body == null ? null : body.version());
        return once.run(actor, request, () -> switch (submitTime.submit(actor, seen, clock.now(actor))) {
            case SubmitTime.Outcome.Submitted submitted ->
                WriteResponse.changed(seen.number(), visible.view(actor, submitted.entry()));
            case SubmitTime.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
            case SubmitTime.Outcome.NotAllowed _ -> throw new ProblemException(ProblemCode.FORBIDDEN);
            case SubmitTime.Outcome.Stale _ -> throw new ProblemException(stale(ifMatch));
            case SubmitTime.Outcome.NotADraft _ -> throw new ProblemException(ProblemCode.STATE_CONFLICT);
        });
    }

    @ResponseDescriptions(
            body = TimeEntryView.class,
            problems = {412, 428})
    @PostMapping("/approval")
    ResponseEntity<byte[]> approve(
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Seen body) {
        EntryVersion seen = SeenVersion.of(id, ifMatch, body == null ? null : body.version());
        return once.run(actor, request, () -> {
            visible.entry(actor, id);
            return answer(actor, reviewTime.approve(actor, sideOf(actor), List.of(seen), clock.now(actor)), ifMatch);
        });
    }

    @ResponseDescriptions(
            body = TimeEntryView.class,
            problems = {412, 428})
    @PostMapping(path = "/rejection", consumes = "application/json")
    ResponseEntity<byte[]> reject(
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Rejection body) {
        EntryVersion seen = SeenVersion.of(id, ifMatch, body.version());
        Fields fields = new Fields();
        CustomerText reason = fields.words(body.reason(), CustomerText.LONGEST, "/reason");
        fields.check();
        return once.run(actor, request, () -> {
            visible.entry(actor, id);
            return answer(actor, reviewTime.reject(actor, reason, List.of(seen), clock.now(actor)), ifMatch);
        });
    }

    /** A portal user speaks for the client, everybody else for the firm. */
    static Approval.Side sideOf(Actor actor) {
        return actor.is(Role.CLIENT) ? Approval.Side.CLIENT : Approval.Side.FIRM;
    }

    private WriteResponse answer(Actor actor, List<ReviewResult> reviews, @Nullable String ifMatch) {
        return switch (reviews.getFirst()) {
            case ReviewResult.Done done ->
                WriteResponse.changed(done.seen().number(), visible.view(actor, done.entry()));
            case ReviewResult.Refused refused -> new WriteResponse.NotDone(Rulings.problem(refused.decision()));
            case ReviewResult.NotPossible _ -> WriteResponse.refused(ProblemCode.STATE_CONFLICT);
            case ReviewResult.Stale _ -> WriteResponse.refused(stale(ifMatch));
            case ReviewResult.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
        };
    }

    /** A stale entity tag fails its precondition; a stale version in the body conflicts. */
    private static ProblemCode stale(@Nullable String ifMatch) {
        return ifMatch == null ? ProblemCode.STALE : ProblemCode.PRECONDITION_FAILED;
    }
}
