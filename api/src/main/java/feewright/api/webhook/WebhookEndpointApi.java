package feewright.api.webhook;

import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.web.Fields;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.webhook.EventType;
import feewright.webhook.ManageWebhookEndpoints;
import feewright.webhook.ResendEvent;
import feewright.webhook.WebhookEndpoint;
import feewright.webhook.WebhookEndpointId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is told of what happens. By the real time, also in a firm whose clock was moved: receivers live in it. */
@RestController
@RequestMapping(path = "/v1/webhook-endpoints", produces = "application/json")
record WebhookEndpointApi(
        ManageWebhookEndpoints keep, ResendEvent resendEvent, IdempotentWrites once, Secrets making, Clock clock) {

    /** What secrets are made with, and whether an address of this network will do. */
    @Component
    record Secrets(WebhookSecrets secrets, SecretInResponse revealing, WebhookSettings settings) {}

    @ResponseDescriptions(status = 201, body = WebhookEndpointView.class)
    @PostMapping(consumes = "application/json")
    ResponseEntity<byte[]> register(Actor actor, HttpServletRequest http, @RequestBody NewWebhookEndpoint body) {
        Fields fields = new Fields();
        CustomerText url = body.url(fields, making.settings().allowInsecure());
        Set<EventType> types = body.types(fields);
        fields.check();
        making.secrets().check();
        ResponseEntity<byte[]> kept = once.run(
                actor,
                http,
                () -> keep.register(actor, url, types, clock.instant())
                        .map(made -> WriteResponse.created(address(made), WebhookEndpointView.of(made, url)))
                        .orElseThrow(() -> new ProblemException(ProblemCode.TOO_MANY_WEBHOOK_ENDPOINTS)));
        return making.revealing().reveal(actor.firm(), kept);
    }

    @GetMapping
    Page<WebhookEndpointView> list(
            Actor actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return keep.transactions()
                .reading(
                        actor,
                        () -> page.page(
                                        (before, most) -> keep.subscriptions().page(actor.firm(), before, most),
                                        found -> found.id().value())
                                .map(this::view));
    }

    @GetMapping("/{id}")
    WebhookEndpointView find(Actor actor, @PathVariable UUID id) {
        return keep.transactions()
                .reading(
                        actor,
                        () -> view(ProblemException.unlessFound(keep.subscriptions()
                                .find(actor.firm(), new WebhookEndpointId(id))
                                .orElse(null))));
    }

    /** Removed twice, it is removed all the same. It stays to be seen, with what it was told. */
    @DeleteMapping("/{id}")
    WebhookEndpointView remove(Actor actor, @PathVariable UUID id) {
        return keep.transactions()
                .in(
                        actor,
                        () -> view(ProblemException.unlessFound(
                                keep.remove(actor, new WebhookEndpointId(id), clock.instant())
                                        .orElse(null))));
    }

    @ResponseDescriptions(status = 201, body = WebhookEndpointView.class)
    @PostMapping("/{id}/secret-rotations")
    ResponseEntity<byte[]> rotate(Actor actor, HttpServletRequest http, @PathVariable UUID id) {
        making.secrets().check();
        ResponseEntity<byte[]> kept = once.run(actor, http, () -> {
            WebhookEndpointView found = find(actor, id);
            return keep.rotate(actor, new WebhookEndpointId(id), clock.instant())
                    .map(rotated -> WriteResponse.created(address(rotated), view(rotated)))
                    .orElseThrow(() -> new ProblemException(
                            found.endedAt() == null ? ProblemCode.NOT_FOUND : ProblemCode.WEBHOOK_ENDPOINT_ENDED));
        });
        return making.revealing().reveal(actor.firm(), kept);
    }

    @ResponseDescriptions(status = 202, body = EventBody.class)
    @PostMapping("/{id}/test-deliveries")
    ResponseEntity<byte[]> test(Actor actor, HttpServletRequest http, @PathVariable UUID id) {
        making.secrets().check();
        return once.run(
                actor,
                http,
                () -> OutgoingEventEndpoints.queued(
                        resendEvent.ping(actor, new WebhookEndpointId(id), clock.instant())));
    }

    private WebhookEndpointView view(WebhookEndpoint subscription) {
        CustomerText url = keep.customerTexts()
                .of(subscription.firm(), List.of(subscription.id().value()))
                .get(subscription.urlKey());
        return WebhookEndpointView.of(subscription, url);
    }

    private static String address(WebhookEndpoint subscription) {
        return "/v1/webhook-endpoints/" + subscription.id();
    }
}
