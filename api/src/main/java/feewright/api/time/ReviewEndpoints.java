package feewright.api.time;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.Answer;
import feewright.api.idempotency.Once;
import feewright.api.openapi.Answers;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.api.rule.Rulings;
import feewright.api.web.Fields;
import feewright.firm.Actor;
import feewright.firm.Content;
import feewright.firm.Role;
import feewright.time.Approval;
import feewright.time.EntryVersion;
import feewright.time.Review;
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
record ReviewEndpoints(ReviewTime reviewTime, SubmitTime submitTime, VisibleTime visible, Once once, FirmClock clock) {

    record Seen(@Nullable Integer version) {}

    record Rejection(@Nullable Integer version, @Nullable String reason) {}

    @Answers(
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
                Answer.changed(seen.number(), visible.view(actor, submitted.entry()));
            case SubmitTime.Outcome.NotFound _ -> throw new Refused(ProblemCode.NOT_FOUND);
            case SubmitTime.Outcome.NotAllowed _ -> throw new Refused(ProblemCode.FORBIDDEN);
            case SubmitTime.Outcome.Stale _ -> throw new Refused(stale(ifMatch));
            case SubmitTime.Outcome.NotADraft _ -> throw new Refused(ProblemCode.STATE_CONFLICT);
        });
    }

    @Answers(
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

    @Answers(
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
        Content reason = fields.words(body.reason(), Content.LONGEST, "/reason");
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

    private Answer answer(Actor actor, List<Review> reviews, @Nullable String ifMatch) {
        return switch (reviews.getFirst()) {
            case Review.Done done -> Answer.changed(done.seen().number(), visible.view(actor, done.entry()));
            case Review.Refused refused -> new Answer.NotDone(Rulings.problem(refused.decision()));
            case Review.NotPossible _ -> Answer.refused(ProblemCode.STATE_CONFLICT);
            case Review.Stale _ -> Answer.refused(stale(ifMatch));
            case Review.NotFound _ -> throw new Refused(ProblemCode.NOT_FOUND);
        };
    }

    /** A stale entity tag fails its precondition; a stale version in the body conflicts. */
    private static ProblemCode stale(@Nullable String ifMatch) {
        return ifMatch == null ? ProblemCode.STALE : ProblemCode.PRECONDITION_FAILED;
    }
}
