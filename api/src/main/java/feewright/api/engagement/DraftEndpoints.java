package feewright.api.engagement;

import feewright.api.firm.Names;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.web.EntityTag;
import feewright.api.web.Fields;
import feewright.engagement.DraftEngagement;
import feewright.engagement.DraftTerms;
import feewright.engagement.EngagementId;
import feewright.engagement.TermsFault;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writing terms down, and replacing them while they are a draft. */
@RestController
@RequestMapping(path = "/v1/engagements", produces = "application/json", consumes = "application/json")
record DraftEndpoints(Transactions transactions, DraftTerms draftTerms, RatedPeople people, IdempotentWrites once) {

    record NewEngagement(@Nullable UUID clientId, @Nullable TermsJson terms) {}

    record NewTerms(@Nullable TermsJson terms) {}

    @ResponseDescriptions(status = 201, body = EngagementView.class)
    @PostMapping
    ResponseEntity<byte[]> draft(Actor actor, HttpServletRequest request, @RequestBody NewEngagement body) {
        Fields fields = new Fields();
        UUID client = fields.id(body.clientId(), "/client_id");
        TermsJson terms = required(fields, body.terms());
        fields.check();
        return once.run(actor, request, () -> {
            people.check(actor, terms);
            DraftEngagement draft = drafted(draftTerms.draft(actor, new ClientId(client), terms.offer()), true);
            return WriteResponse.created("/v1/engagements/" + draft.id(), draft.revision(), view(draft));
        });
    }

    @ResponseDescriptions(
            body = EngagementView.class,
            problems = {412, 428})
    @PutMapping("/{id}")
    ResponseEntity<EngagementView> replace(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewTerms body) {
        int revision = EntityTag.version(ifMatch);
        Fields fields = new Fields();
        TermsJson terms = required(fields, body.terms());
        fields.check();
        return transactions.in(actor, () -> {
            people.check(actor, terms);
            DraftEngagement draft =
                    drafted(draftTerms.revise(actor, new EngagementId(id), revision, terms.offer()), false);
            return ResponseEntity.ok().eTag(EntityTag.of(draft.revision())).body(view(draft));
        });
    }

    private static TermsJson required(Fields fields, @Nullable TermsJson terms) {
        if (terms == null) {
            fields.fault("terms-missing", "/terms");
            fields.check();
            throw new IllegalStateException("a fault refuses");
        }
        return terms;
    }

    private static DraftEngagement drafted(DraftTerms.Outcome outcome, boolean isNew) {
        return switch (outcome) {
            case DraftTerms.Outcome.Drafted(DraftEngagement draft) -> draft;
            case DraftTerms.Outcome.Faulty(List<TermsFault> faults) ->
                throw new ProblemException(Problem.of(ProblemCode.INVALID_FIELDS)
                        .withErrors(faults.stream()
                                .map(fault -> new Problem.Fault(fault.code(), "/terms" + fault.pointer()))
                                .toList()));
            case DraftTerms.Outcome.NotFound _
            when isNew ->
                throw new ProblemException(Problem.of(ProblemCode.INVALID_FIELDS)
                        .withErrors(List.of(new Problem.Fault("client-unknown", "/client_id"))));
            case DraftTerms.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
            case DraftTerms.Outcome.Frozen _ -> throw new ProblemException(ProblemCode.ENGAGEMENT_SIGNED);
            case DraftTerms.Outcome.Stale _ -> throw new ProblemException(ProblemCode.PRECONDITION_FAILED);
        };
    }

    private static EngagementView view(DraftEngagement draft) {
        return EngagementView.of(draft, Names.Known.NONE, true);
    }
}
