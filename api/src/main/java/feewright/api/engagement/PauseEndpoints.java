package feewright.api.engagement;

import feewright.amendment.PauseEngagement;
import feewright.amendment.ResumeEngagement;
import feewright.api.clock.FirmClock;
import feewright.api.firm.Names;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.rule.Rulings;
import feewright.api.web.Fields;
import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.engagement.SignedEngagement;
import feewright.platform.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pausing a signed engagement, and resuming it. The pauses of an engagement are numbered from 1. */
@RestController
@RequestMapping(path = "/v1/engagements/{id}/pauses", consumes = "application/json", produces = "application/json")
record PauseEndpoints(
        PauseEngagement pauseEngagement,
        ResumeEngagement resumeEngagement,
        Engagements engagements,
        IdempotentWrites once,
        FirmClock clock) {

    record NewPause(
            @Nullable LocalDate firstDay,
            @Nullable String reason,
            @Nullable String clientNote,
            @Nullable String billedInAdvance) {}

    /** {@code resumedOn} is the first day after the pause. */
    record NewResumption(@Nullable LocalDate resumedOn) {}

    @ResponseDescriptions(status = 201, body = EngagementView.class)
    @PostMapping
    ResponseEntity<byte[]> pause(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewPause body) {
        Fields fields = new Fields();
        LocalDate firstDay = fields.date(body.firstDay(), "/first_day");
        var words = AmendmentFields.words(fields, body.reason(), body.clientNote());
        var choice = AmendmentFields.billedInAdvance(fields, body.billedInAdvance());
        fields.check();
        PauseEngagement.Request request = new PauseEngagement.Request(new EngagementId(id), firstDay, words, choice);
        return once.run(actor, http, () -> switch (pauseEngagement.pause(actor, request, clock.now(actor))) {
            case PauseEngagement.Outcome.Paused(var engagement) -> done(engagement);
            case PauseEngagement.Outcome.Refused(var decision) -> new WriteResponse.NotDone(Rulings.problem(decision));
            case PauseEngagement.Outcome.ChoiceMissing(var billedUntil) ->
                new WriteResponse.NotDone(AmendmentFields.choiceMissing(billedUntil));
            case PauseEngagement.Outcome.NotSigned _ -> throw new ProblemException(ProblemCode.ENGAGEMENT_NOT_SIGNED);
            case PauseEngagement.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
        });
    }

    @ResponseDescriptions(status = 201, body = EngagementView.class)
    @PostMapping("/{number}/resumption")
    ResponseEntity<byte[]> resume(
            Actor actor,
            HttpServletRequest http,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestBody NewResumption body) {
        Fields fields = new Fields();
        LocalDate day = fields.date(body.resumedOn(), "/resumed_on");
        fields.check();
        EngagementId engagement = new EngagementId(id);
        return once.run(actor, http, () -> {
            checkLatest(actor, engagement, number);
            return switch (resumeEngagement.resume(actor, engagement, day, clock.now(actor))) {
                case ResumeEngagement.Outcome.Resumed(var resumed) -> done(resumed);
                case ResumeEngagement.Outcome.Refused(var decision) ->
                    new WriteResponse.NotDone(Rulings.problem(decision));
                case ResumeEngagement.Outcome.NotSigned _ ->
                    throw new ProblemException(ProblemCode.ENGAGEMENT_NOT_SIGNED);
                case ResumeEngagement.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
            };
        });
    }

    /** Only the latest pause can be open. */
    private void checkLatest(Actor actor, EngagementId id, int number) {
        if (engagements.find(actor.firm(), id).orElse(null) instanceof SignedEngagement signed) {
            int latest = signed.course().pauses().size();
            if (number != latest) {
                throw new ProblemException(
                        number > 0 && number < latest ? ProblemCode.STATE_CONFLICT : ProblemCode.NOT_FOUND);
            }
        }
    }

    private static WriteResponse done(SignedEngagement engagement) {
        return WriteResponse.created(
                "/v1/engagements/" + engagement.id(), EngagementView.of(engagement, Names.Known.NONE, true));
    }
}
