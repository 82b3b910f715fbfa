package feewright.api.engagement;

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
import feewright.engagement.SignEngagement;
import feewright.platform.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Recording that the client signed, which freezes the terms (requirement E1). */
@RestController
record SignatureEndpoints(SignEngagement signEngagement, IdempotentWrites once, FirmClock clock) {

    @ResponseDescriptions(status = 201, body = EngagementView.class)
    @PostMapping(path = "/v1/engagements/{id}/signature", consumes = "application/json", produces = "application/json")
    ResponseEntity<byte[]> sign(
            Actor actor, HttpServletRequest request, @PathVariable UUID id, @RequestBody SignatureJson body) {
        SignEngagement.Request signature = read(new EngagementId(id), body);
        return once.run(actor, request, () -> switch (signEngagement.sign(actor, signature, clock.now(actor))) {
            case SignEngagement.Outcome.Signed signed ->
                WriteResponse.created(
                        "/v1/engagements/" + id, EngagementView.of(signed.engagement(), Names.Known.NONE, true));
            case SignEngagement.Outcome.Refused refused ->
                new WriteResponse.NotDone(Rulings.problem(refused.decision()));
            case SignEngagement.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
            case SignEngagement.Outcome.AlreadySigned _ -> WriteResponse.refused(ProblemCode.ENGAGEMENT_SIGNED);
        });
    }

    private static SignEngagement.Request read(EngagementId id, SignatureJson body) {
        Fields fields = new Fields();
        SignedBy signed = SignedBy.read(fields, body, "");
        fields.check();
        return new SignEngagement.Request(
                id, signed.method(), signed.documentHash(), signed.signedAt(), signed.signatory());
    }
}
