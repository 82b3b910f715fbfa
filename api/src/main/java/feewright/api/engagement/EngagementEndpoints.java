package feewright.api.engagement;

import feewright.api.firm.Names;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.ProblemException;
import feewright.api.web.EntityTag;
import feewright.engagement.DraftEngagement;
import feewright.engagement.Engagement;
import feewright.engagement.EngagementId;
import feewright.engagement.Engagements;
import feewright.engagement.Engagements.EngagementFilter;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Id;
import feewright.platform.Transactions;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading engagements. A draft has an entity tag, its revision; what is signed never changes and needs none. */
@RestController
@RequestMapping(path = "/v1/engagements", produces = "application/json")
record EngagementEndpoints(Transactions transactions, Engagements engagements, Names names) {

    @GetMapping
    Page<EngagementView> list(
            Actor actor,
            @RequestParam(name = "client_id", required = false) @Nullable UUID client,
            @RequestParam(required = false) @Nullable Boolean signed,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return transactions.reading(actor, () -> {
            Page<Engagement> found = page.page(
                    (before, count) -> engagements.page(
                            actor.firm(),
                            new EngagementFilter(before, client == null ? null : new ClientId(client), signed),
                            count),
                    engagement -> engagement.id().value());
            Names.Known known = names.of(
                    actor,
                    found.items().stream()
                            .flatMap(EngagementEndpoints::subjects)
                            .toList(),
                    id -> id);
            return found.map(engagement -> EngagementView.of(engagement, known, actor.seesAll()));
        });
    }

    @ResponseDescriptions(body = EngagementView.class)
    @GetMapping("/{id}")
    ResponseEntity<EngagementView> find(Actor actor, @PathVariable UUID id) {
        return transactions.reading(actor, () -> {
            Engagement engagement = ProblemException.unlessFound(
                    engagements.find(actor.firm(), new EngagementId(id)).orElse(null));
            ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
            if (engagement instanceof DraftEngagement draft) {
                answer.eTag(EntityTag.of(draft.revision()));
            }
            Names.Known known = names.of(actor, subjects(engagement).toList(), subject -> subject);
            return answer.body(EngagementView.of(engagement, known, actor.seesAll()));
        });
    }

    private static Stream<Id> subjects(Engagement engagement) {
        return Stream.of(engagement.id(), engagement.client());
    }
}
