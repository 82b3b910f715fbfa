package feewright.api.engagement;

import feewright.api.clock.FirmClock;
import feewright.api.firm.Names;
import feewright.api.idempotency.Answer;
import feewright.api.idempotency.Once;
import feewright.api.openapi.Answers;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.api.rule.Rulings;
import feewright.api.web.Fields;
import feewright.engagement.EndingReason;
import feewright.engagement.EngagementId;
import feewright.firm.Actor;
import feewright.renewal.EndEngagement;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Ending a signed engagement early. */
@RestController
record EndingEndpoint(EndEngagement endEngagement, Once once, FirmClock clock) {

    /** {@code endedOn} is the first day after the last; {@code billedInAdvance} is {@code credit} or {@code period_end}. */
    record NewEnding(
            @Nullable LocalDate endedOn,
            @Nullable String reason,
            @Nullable String reasonInWords,
            @Nullable String clientNote,
            @Nullable String billedInAdvance) {}

    @Answers(status = 201, body = EngagementView.class)
    @PostMapping(path = "/v1/engagements/{id}/ending", consumes = "application/json", produces = "application/json")
    ResponseEntity<byte[]> end(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewEnding body) {
        EndEngagement.Request request = read(new EngagementId(id), body);
        return once.run(actor, http, () -> switch (endEngagement.end(actor, request, clock.now(actor))) {
            case EndEngagement.Outcome.Ended(var engagement) ->
                Answer.created("/v1/engagements/" + id, EngagementView.of(engagement, Names.Known.NONE, true));
            case EndEngagement.Outcome.Refused(var decision) -> new Answer.NotDone(Rulings.problem(decision));
            case EndEngagement.Outcome.ChoiceMissing(var billedUntil) ->
                new Answer.NotDone(CourseFields.choiceMissing(billedUntil));
            case EndEngagement.Outcome.NotSigned _ -> throw new Refused(ProblemCode.ENGAGEMENT_NOT_SIGNED);
            case EndEngagement.Outcome.NotFound _ -> throw new Refused(ProblemCode.NOT_FOUND);
        });
    }

    private static EndEngagement.Request read(EngagementId id, NewEnding body) {
        Fields fields = new Fields();
        LocalDate endedOn = fields.date(body.endedOn(), "/ended_on");
        String code = fields.text(body.reason(), "/reason");
        Optional<EndingReason> reason = Arrays.stream(EndingReason.values())
                .filter(known -> known != EndingReason.RENEWED && known.code().equals(code))
                .findFirst();
        if (body.reason() != null && reason.isEmpty()) {
            fields.fault("reason-unknown", "/reason");
        }
        var words = CourseFields.words(fields, body.reasonInWords(), body.clientNote());
        var choice = CourseFields.billedInAdvance(fields, body.billedInAdvance());
        fields.check();
        return new EndEngagement.Request(id, endedOn, reason.orElseThrow(), words, choice);
    }
}
