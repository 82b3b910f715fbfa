package feewright.api.engagement;

import feewright.amendment.EndEngagement;
import feewright.api.clock.FirmClock;
import feewright.api.firm.Names;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.rule.Rulings;
import feewright.api.web.Fields;
import feewright.engagement.EndingReason;
import feewright.engagement.EngagementId;
import feewright.platform.Actor;
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
record EndingEndpoint(EndEngagement endEngagement, IdempotentWrites once, FirmClock clock) {

    /** {@code endedOn} is the first day after the last; {@code billedInAdvance} is {@code credit} or {@code period_end}. */
    record NewEnding(
            @Nullable LocalDate endedOn,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable String clientNote,
            @Nullable String billedInAdvance) {}

    @ResponseDescriptions(status = 201, body = EngagementView.class)
    @PostMapping(path = "/v1/engagements/{id}/ending", consumes = "application/json", produces = "application/json")
    ResponseEntity<byte[]> end(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewEnding body) {
        EndEngagement.Request request = read(new EngagementId(id), body);
        return once.run(actor, http, () -> switch (endEngagement.end(actor, request, clock.now(actor))) {
            case EndEngagement.Outcome.Ended(var engagement) ->
                WriteResponse.created("/v1/engagements/" + id, EngagementView.of(engagement, Names.Known.NONE, true));
            case EndEngagement.Outcome.Refused(var decision) -> new WriteResponse.NotDone(Rulings.problem(decision));
            case EndEngagement.Outcome.ChoiceMissing(var billedUntil) ->
                new WriteResponse.NotDone(AmendmentFields.choiceMissing(billedUntil));
            case EndEngagement.Outcome.NotSigned _ -> throw new ProblemException(ProblemCode.ENGAGEMENT_NOT_SIGNED);
            case EndEngagement.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
        });
    }

    private static EndEngagement.Request read(EngagementId id, NewEnding body) {
        Fields fields = new Fields();
        LocalDate endedOn = fields.date(body.endedOn(), "/ended_on");
        String code = fields.text(body.reasonCode(), "/reason_code");
        Optional<EndingReason> reason = Arrays.stream(EndingReason.values())
                .filter(known -> known != EndingReason.RENEWED && known.code().equals(code))
                .findFirst();
        if (body.reasonCode() != null && reason.isEmpty()) {
            fields.fault("reason-unknown", "/reason_code");
        }
        var words = AmendmentFields.words(fields, body.reason(), body.clientNote());
        var choice = AmendmentFields.billedInAdvance(fields, body.billedInAdvance());
        fields.check();
        return new EndEngagement.Request(id, endedOn, reason.orElseThrow(), words, choice);
    }
}
