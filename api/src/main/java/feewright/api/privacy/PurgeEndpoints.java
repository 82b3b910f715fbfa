package feewright.api.privacy;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.Answer;
import feewright.api.idempotency.Once;
import feewright.api.openapi.Answers;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.api.web.Fields;
import feewright.firm.Actor;
import feewright.firm.ClientId;
import feewright.firm.Content;
import feewright.firm.ContentKey;
import feewright.firm.Contents;
import feewright.privacy.Purge;
import feewright.privacy.PurgeContent;
import feewright.privacy.PurgeId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Blanking content for good: first looked at, then confirmed (requirement T5). */
@RestController
record PurgeEndpoints(PurgeContent purgeContent, Contents contents, Once once, FirmClock clock) {

    private static final String PURGES = "/v1/purges";

    record WantedPurge(@Nullable UUID clientId, @Nullable Boolean wholeFirm) {}

    /** What would be blanked. {@code waiting_events} have to be read first. Send {@code confirmation} back to purge. */
    record PurgePreview(
            @Nullable UUID clientId,
            boolean wholeFirm,
            long texts,
            long eventBodies,
            long answers,
            long waitingEvents,
            String confirmation) {}

    record NewPurge(
            @Nullable UUID clientId,
            @Nullable Boolean wholeFirm,
            @Nullable String reason,
            @Nullable String confirmation) {}

    @PostMapping(path = "/v1/purge-previews", consumes = "application/json", produces = "application/json")
    PurgePreview preview(Actor actor, @RequestBody WantedPurge body) {
        Fields fields = new Fields();
        ClientId client = PurgeJson.client(fields, body.clientId(), body.wholeFirm());
        fields.check();
        PurgeContent.Preview found = Refused.unlessFound(purgeContent.preview(actor, client));
        Purge.Blanked blanked = found.blanked();
        return new PurgePreview(
                body.clientId(),
                client == null,
                blanked.texts(),
                blanked.eventBodies(),
                blanked.answers(),
                blanked.waitingEvents(),
                found.confirmation());
    }

    @Answers(status = 201, body = PurgeView.class)
    @PostMapping(path = PURGES, consumes = "application/json", produces = "application/json")
    ResponseEntity<byte[]> purge(Actor actor, HttpServletRequest http, @RequestBody NewPurge body) {
        Fields fields = new Fields();
        ClientId client = PurgeJson.client(fields, body.clientId(), body.wholeFirm());
        Content reason = fields.words(body.reason(), Content.LONGEST, "/reason");
        String confirmation = fields.text(body.confirmation(), "/confirmation");
        fields.check();
        PurgeContent.Request request = new PurgeContent.Request(client, reason, confirmation);
        return once.run(actor, http, () -> switch (purgeContent.purge(actor, request, clock.now(actor))) {
            case PurgeContent.Outcome.Purged(var purge) ->
                Answer.created(PURGES + "/" + purge.id(), PurgeView.of(purge, null));
            case PurgeContent.Outcome.Outdated _ -> Answer.refused(ProblemCode.PREVIEW_OUTDATED);
            case PurgeContent.Outcome.NotFound _ -> throw new Refused(ProblemCode.NOT_FOUND);
        });
    }

    @GetMapping(path = PURGES, produces = "application/json")
    Page<PurgeView> list(
            Actor actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return purgeContent.transactions().reading(actor, () -> {
            Page<Purge> found = page.page(
                    (before, count) -> purgeContent.purges().page(actor.firm(), before, count),
                    purge -> purge.id().value());
            List<UUID> ids =
                    found.items().stream().map(purge -> purge.id().value()).toList();
            Map<ContentKey, Content> reasons = contents.of(actor.firm(), ids);
            return found.map(purge -> PurgeView.of(purge, reasons.get(ContentKey.of(purge.id(), "reason"))));
        });
    }

    @GetMapping(path = PURGES + "/{id}", produces = "application/json")
    PurgeView find(Actor actor, @PathVariable UUID id) {
        return purgeContent.transactions().reading(actor, () -> {
            Purge found = Refused.unlessFound(
                    purgeContent.purges().find(actor.firm(), new PurgeId(id)).orElse(null));
            return PurgeView.of(found, contents.of(actor.firm(), List.of(id)).get(ContentKey.of(found.id(), "reason")));
        });
    }
}
