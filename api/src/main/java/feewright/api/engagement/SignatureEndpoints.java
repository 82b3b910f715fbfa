package feewright.api.engagement;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.Answer;
import feewright.api.idempotency.Once;
import feewright.api.openapi.Answers;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.api.rule.Rulings;
import feewright.api.web.Fields;
import feewright.engagement.EngagementId;
import feewright.engagement.SignEngagement;
import feewright.engagement.Signature;
import feewright.firm.Actor;
import feewright.firm.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Recording that the client signed, which freezes the terms (requirement E1). */
@RestController
record SignatureEndpoints(SignEngagement signEngagement, Once once, FirmClock clock) {

    record NewSignature(
            @Nullable String method,
            @Nullable String documentSha256,
            @Nullable Instant signedAt,
            @Nullable String signatory) {}

    @Answers(status = 201, body = EngagementView.class)
    @PostMapping(path = "/v1/engagements/{id}/signature", consumes = "application/json", produces = "application/json")
    ResponseEntity<byte[]> sign(
            Actor actor, HttpServletRequest request, @PathVariable UUID id, @RequestBody NewSignature body) {
        SignEngagement.Request signature = read(new EngagementId(id), body);
        return once.run(actor, request, () -> switch (signEngagement.sign(actor, signature, clock.now(actor))) {
            case SignEngagement.Outcome.Signed signed ->
                Answer.created("/v1/engagements/" + id, EngagementView.of(signed.engagement(), null, true));
            case SignEngagement.Outcome.Refused refused -> new Answer.NotDone(Rulings.problem(refused.decision()));
            case SignEngagement.Outcome.NotFound _ -> throw new Refused(ProblemCode.NOT_FOUND);
            case SignEngagement.Outcome.AlreadySigned _ -> Answer.refused(ProblemCode.ENGAGEMENT_SIGNED);
        });
    }

    private static SignEngagement.Request read(EngagementId id, NewSignature body) {
        Fields fields = new Fields();
        String code = fields.text(body.method(), "/method");
        Optional<Signature.Method> method = Arrays.stream(Signature.Method.values())
                .filter(known -> known.code().equals(code))
                .findFirst();
        if (body.method() != null && method.isEmpty()) {
            fields.fault("method-unknown", "/method");
        }
        String hash = fields.text(body.documentSha256(), "/document_sha256");
        if (body.documentSha256() != null && !Signature.isDocumentHash(hash)) {
            fields.fault("document-sha256-not-a-hash", "/document_sha256");
        }
        Instant signedAt = fields.instant(body.signedAt(), "/signed_at");
        Content signatory = fields.name(body.signatory(), "/signatory");
        fields.check();
        return new SignEngagement.Request(id, method.orElseThrow(), hash, signedAt, signatory);
    }
}
