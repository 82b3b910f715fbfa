package feewright.api.privacy;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.web.Fields;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.privacy.Purge;
import feewright.privacy.PurgeCustomerTexts;
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
record PurgeEndpoints(
        PurgeCustomerTexts purgeCustomerTexts, CustomerTexts customerTexts, IdempotentWrites once, FirmClock clock) {

    private static final String PURGES = "/v1/purges";

    record WantedPurge(@Nullable UUID clientId, @Nullable Boolean wholeFirm) {}

    /** What would be blanked. {@code pending_events} have to be read first. Send {@code confirmation} back to purge. */
    record PurgePreview(
            @Nullable UUID clientId,
            boolean wholeFirm,
            long texts,
            long eventBodies,
            long responses,
            long pendingEvents,
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
        PurgeCustomerTexts.Preview found = ProblemException.unlessFound(purgeCustomerTexts.preview(actor, client));
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

    @ResponseDescriptions(status = 201, body = PurgeView.class)
    @PostMapping(path = PURGES, consumes = "application/json", produces = "application/json")
    ResponseEntity<byte[]> purge(Actor actor, HttpServletRequest http, @RequestBody NewPurge body) {
        Fields fields = new Fields();
        ClientId client = PurgeJson.client(fields, body.clientId(), body.wholeFirm());
        CustomerText reason = fields.words(body.reason(), CustomerText.LONGEST, "/reason");
        String confirmation = fields.text(body.confirmation(), "/confirmation");
        fields.check();
        PurgeCustomerTexts.Request request = new PurgeCustomerTexts.Request(client, reason, confirmation);
        return once.run(actor, http, () -> switch (purgeCustomerTexts.purge(actor, request, clock.now(actor))) {
            case PurgeCustomerTexts.Outcome.Purged(var purge) ->
                WriteResponse.created(PURGES + "/" + purge.id(), PurgeView.of(purge, null));
            case PurgeCustomerTexts.Outcome.Outdated _ -> WriteResponse.refused(ProblemCode.PREVIEW_OUTDATED);
            case PurgeCustomerTexts.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
        });
    }

    @GetMapping(path = PURGES, produces = "application/json")
    Page<PurgeView> list(
            Actor actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return purgeCustomerTexts.transactions().reading(actor, () -> {
            Page<Purge> found = page.page(
                    (before, count) -> purgeCustomerTexts.purges().page(actor.firm(), before, count),
                    purge -> purge.id().value());
            List<UUID> ids =
                    found.items().stream().map(purge -> purge.id().value()).toList();
            Map<CustomerTextKey, CustomerText> reasons = customerTexts.of(actor.firm(), ids);
            return found.map(purge -> PurgeView.of(purge, reasons.get(CustomerTextKey.of(purge.id(), "reason"))));
        });
    }

    @GetMapping(path = PURGES + "/{id}", produces = "application/json")
    PurgeView find(Actor actor, @PathVariable UUID id) {
        return purgeCustomerTexts.transactions().reading(actor, () -> {
            Purge found = ProblemException.unlessFound(purgeCustomerTexts
                    .purges()
                    .find(actor.firm(), new PurgeId(id))
                    .orElse(null));
            return PurgeView.of(
                    found, customerTexts.of(actor.firm(), List.of(id)).get(CustomerTextKey.of(found.id(), "reason")));
        });
    }
}
