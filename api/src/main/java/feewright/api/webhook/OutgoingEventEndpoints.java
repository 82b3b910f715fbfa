package feewright.api.webhook;

import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.web.Fields;
import feewright.platform.Actor;
import feewright.webhook.Delivery.Status;
import feewright.webhook.EventType;
import feewright.webhook.OutgoingEvent;
import feewright.webhook.OutgoingEventId;
import feewright.webhook.OutgoingEvents.EventFilter;
import feewright.webhook.ResendEvent;
import feewright.webhook.WebhookEndpointId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What receivers were told, how far each delivery is, and telling them once more. */
@RestController
@RequestMapping(path = "/v1/outgoing-events", produces = "application/json")
record OutgoingEventEndpoints(ResendEvent resendEvent, IdempotentWrites once) {

    record DeliveriesView(List<DeliveryView> items) {}

    /** Which subscription is to be told once more. */
    record NewRedelivery(@Nullable UUID webhookEndpointId) {}

    /** With a state or a subscription: the events that have such a delivery. */
    @GetMapping
    Page<EventBody> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(name = "subscription_id", required = false) @Nullable UUID subscription,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        EventType of = type == null ? null : EventType.ofCode(type).orElseThrow(() -> invalid("type"));
        Status phase = state == null ? null : phase(state);
        WebhookEndpointId to = subscription == null ? null : new WebhookEndpointId(subscription);
        return resendEvent
                .transactions()
                .reading(
                        actor,
                        () -> page.page(
                                (before, most) -> resendEvent
                                        .events()
                                        .page(actor.firm(), new EventFilter(before, of, phase, to), most),
                                event -> event.id().value()))
                .map(EventBody::of);
    }

    @GetMapping("/{id}")
    EventBody find(Actor actor, @PathVariable UUID id) {
        return resendEvent.transactions().reading(actor, () -> EventBody.of(event(actor, id)));
    }

    @GetMapping("/{id}/deliveries")
    DeliveriesView deliveries(Actor actor, @PathVariable UUID id) {
        return resendEvent
                .transactions()
                .reading(
                        actor,
                        () -> new DeliveriesView(
                                resendEvent
                                        .deliveries()
                                        .of(actor.firm(), event(actor, id).id())
                                        .stream()
                                        .map(DeliveryView::of)
                                        .toList()));
    }

    @ResponseDescriptions(status = 202, body = EventBody.class)
    @PostMapping(path = "/{id}/redeliveries", consumes = "application/json")
    ResponseEntity<byte[]> again(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewRedelivery body) {
        Fields fields = new Fields();
        WebhookEndpointId to = new WebhookEndpointId(fields.id(body.webhookEndpointId(), "/webhook_endpoint_id"));
        fields.check();
        return once.run(actor, http, () -> queued(resendEvent.again(actor, new OutgoingEventId(id), to)));
    }

    static WriteResponse queued(ResendEvent.Outcome outcome) {
        return switch (outcome) {
            case ResendEvent.Outcome.Queued(OutgoingEvent event) ->
                WriteResponse.accepted("/v1/outgoing-events/" + event.id() + "/deliveries", EventBody.of(event));
            case ResendEvent.Outcome.Ended _ -> throw new ProblemException(ProblemCode.WEBHOOK_ENDPOINT_ENDED);
            case ResendEvent.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
        };
    }

    private OutgoingEvent event(Actor actor, UUID id) {
        return ProblemException.unlessFound(
                resendEvent.events().find(actor.firm(), new OutgoingEventId(id)).orElse(null));
    }

    private static Status phase(String code) {
        return Arrays.stream(Status.values())
                .filter(phase -> phase.code().equals(code))
                .findFirst()
                .orElseThrow(() -> invalid("state"));
    }

    private static ProblemException invalid(String parameter) {
        return new ProblemException(Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter(parameter));
    }
}
