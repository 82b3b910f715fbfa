package feewright.api.webhook;

import feewright.api.idempotency.Answer;
import feewright.api.idempotency.Once;
import feewright.api.openapi.Answers;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.api.web.Fields;
import feewright.firm.Actor;
import feewright.webhook.Delivery.Phase;
import feewright.webhook.EventType;
import feewright.webhook.OutgoingEvent;
import feewright.webhook.OutgoingEventId;
import feewright.webhook.OutgoingEvents.EventFilter;
import feewright.webhook.SendAgain;
import feewright.webhook.SubscriptionId;
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
record OutgoingEventEndpoints(SendAgain sendAgain, Once once) {

    record DeliveriesView(List<DeliveryView> items) {}

    /** Which subscription is to be told once more. */
    record NewRedelivery(@Nullable UUID subscriptionId) {}

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
        Phase phase = state == null ? null : phase(state);
        SubscriptionId to = subscription == null ? null : new SubscriptionId(subscription);
        return sendAgain
                .transactions()
                .reading(
                        actor,
                        () -> page.page(
                                (before, most) -> sendAgain
                                        .events()
                                        .page(actor.firm(), new EventFilter(before, of, phase, to), most),
                                event -> event.id().value()))
                .map(EventBody::of);
    }

    @GetMapping("/{id}")
    EventBody find(Actor actor, @PathVariable UUID id) {
        return sendAgain.transactions().reading(actor, () -> EventBody.of(event(actor, id)));
    }

    @GetMapping("/{id}/deliveries")
    DeliveriesView deliveries(Actor actor, @PathVariable UUID id) {
        return sendAgain
                .transactions()
                .reading(
                        actor,
                        () -> new DeliveriesView(sendAgain
                                .deliveries()
                                .of(actor.firm(), event(actor, id).id())
                                .stream()
                                .map(DeliveryView::of)
                                .toList()));
    }

    @Answers(status = 202, body = EventBody.class)
    @PostMapping(path = "/{id}/redeliveries", consumes = "application/json")
    ResponseEntity<byte[]> again(
            Actor actor, HttpServletRequest http, @PathVariable UUID id, @RequestBody NewRedelivery body) {
        Fields fields = new Fields();
        SubscriptionId to = new SubscriptionId(fields.id(body.subscriptionId(), "/subscription_id"));
        fields.check();
        return once.run(actor, http, () -> queued(sendAgain.again(actor, new OutgoingEventId(id), to)));
    }

    static Answer queued(SendAgain.Outcome outcome) {
        return switch (outcome) {
            case SendAgain.Outcome.Queued(OutgoingEvent event) ->
                Answer.accepted("/v1/outgoing-events/" + event.id() + "/deliveries", EventBody.of(event));
            case SendAgain.Outcome.Ended _ -> throw new Refused(ProblemCode.SUBSCRIPTION_ENDED);
            case SendAgain.Outcome.NotFound _ -> throw new Refused(ProblemCode.NOT_FOUND);
        };
    }

    private OutgoingEvent event(Actor actor, UUID id) {
        return Refused.unlessFound(
                sendAgain.events().find(actor.firm(), new OutgoingEventId(id)).orElse(null));
    }

    private static Phase phase(String code) {
        return Arrays.stream(Phase.values())
                .filter(phase -> phase.code().equals(code))
                .findFirst()
                .orElseThrow(() -> invalid("state"));
    }

    private static Refused invalid(String parameter) {
        return new Refused(Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter(parameter));
    }
}
