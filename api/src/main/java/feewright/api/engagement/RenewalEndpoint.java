package feewright.api.engagement;

import feewright.amendment.RenewEngagement;
import feewright.amendment.RenewalRequest;
import feewright.api.clock.FirmClock;
import feewright.api.firm.Names;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.rule.Rulings;
import feewright.engagement.EngagementId;
import feewright.platform.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Renewing a signed engagement (requirements R1 to R3): its successor is signed, and takes over on a day. */
@RestController
record RenewalEndpoint(RenewEngagement renewEngagement, RatedPeople people, IdempotentWrites once, FirmClock clock) {

    /** The successor, the engagement that it renews, and the day on which it takes over, which may have moved. */
    record RenewalView(EngagementView engagement, int version, LocalDate effectiveOn, EngagementView renews) {}

    @ResponseDescriptions(status = 201, body = RenewalView.class)
    @PostMapping(path = "/v1/engagements/{id}/renewal", consumes = "application/json", produces = "application/json")
    ResponseEntity<byte[]> renew(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody RenewalJson body) {
        RenewalRequest request = body.request(new EngagementId(id));
        return once.run(actor, http, () -> {
            if (body.terms() != null) {
                people.check(actor, body.terms());
            }
            return switch (renewEngagement.renew(actor, request, clock.now(actor))) {
                case RenewEngagement.Outcome.Renewed done ->
                    WriteResponse.created(
                            "/v1/engagements/" + done.successor().id(),
                            new RenewalView(
                                    EngagementView.of(done.successor(), Names.Known.NONE, true),
                                    done.succession().version(),
                                    done.succession().handedOverOn(),
                                    EngagementView.of(done.renewed(), Names.Known.NONE, true)));
                case RenewEngagement.Outcome.Refused(var decision) ->
                    new WriteResponse.NotDone(Rulings.problem(decision));
                case RenewEngagement.Outcome.Faulty(var faults) ->
                    throw new ProblemException(Problem.of(ProblemCode.INVALID_FIELDS)
                            .withErrors(faults.stream()
                                    .map(fault -> new Problem.Fault(fault.code(), "/terms" + fault.pointer()))
                                    .toList()));
                case RenewEngagement.Outcome.ChoiceMissing(var billedUntil) ->
                    new WriteResponse.NotDone(AmendmentFields.choiceMissing(billedUntil));
                case RenewEngagement.Outcome.NotSigned _ ->
                    throw new ProblemException(ProblemCode.ENGAGEMENT_NOT_SIGNED);
                case RenewEngagement.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
            };
        });
    }
}
