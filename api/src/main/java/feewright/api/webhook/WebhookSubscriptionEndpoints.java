package feewright.api.webhook;

import feewright.api.idempotency.Answer;
import feewright.api.idempotency.Once;
import feewright.api.openapi.Answers;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.api.web.Fields;
import feewright.firm.Actor;
import feewright.firm.Content;
import feewright.webhook.EventType;
import feewright.webhook.KeepSubscriptions;
import feewright.webhook.SendAgain;
import feewright.webhook.SubscriptionId;
import feewright.webhook.WebhookSubscription;
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
@RequestMapping(path = "/v1/webhook-subscriptions", produces = "application/json")
record WebhookSubscriptionEndpoints(
        KeepSubscriptions keep, SendAgain sendAgain, Once once, Making making, Clock clock) {

    /** What secrets are made with, and whether an address of this network will do. */
    @Component
    record Making(WebhookSecrets secrets, Revealing revealing, WebhookSettings settings) {}

    @Answers(status = 201, body = WebhookSubscriptionView.class)
    @PostMapping(consumes = "application/json")
    ResponseEntity<byte[]> register(Actor actor, HttpServletRequest http, @RequestBody NewSubscription body) {
        Fields fields = new Fields();
        Content url = body.url(fields, making.settings().allowInsecure());
        Set<EventType> types = body.types(fields);
        fields.check();
        making.secrets().check();
        ResponseEntity<byte[]> kept = once.run(
                actor,
                http,
                () -> keep.register(actor, url, types, clock.instant())
                        .map(made -> Answer.created(address(made), WebhookSubscriptionView.of(made, url)))
                        .orElseThrow(() -> new Refused(ProblemCode.TOO_MANY_SUBSCRIPTIONS)));
        return making.revealing().reveal(actor.firm(), kept);
    }

    @GetMapping
    Page<WebhookSubscriptionView> list(
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
    WebhookSubscriptionView find(Actor actor, @PathVariable UUID id) {
        return keep.transactions()
                .reading(
                        actor,
                        () -> view(Refused.unlessFound(keep.subscriptions()
                                .find(actor.firm(), new SubscriptionId(id))
                                .orElse(null))));
    }

    /** Removed twice, it is removed all the same. It stays to be seen, with what it was told. */
    @DeleteMapping("/{id}")
    WebhookSubscriptionView remove(Actor actor, @PathVariable UUID id) {
        return keep.transactions()
                .in(
                        actor,
                        () -> view(Refused.unlessFound(keep.remove(actor, new SubscriptionId(id), clock.instant())
                                .orElse(null))));
    }

    @Answers(status = 201, body = WebhookSubscriptionView.class)
    @PostMapping("/{id}/secret-rotations")
    ResponseEntity<byte[]> rotate(Actor actor, HttpServletRequest http, @PathVariable UUID id) {
        making.secrets().check();
        ResponseEntity<byte[]> kept = once.run(actor, http, () -> {
            WebhookSubscriptionView found = find(actor, id);
            return keep.rotate(actor, new SubscriptionId(id), clock.instant())
                    .map(rotated -> Answer.created(address(rotated), view(rotated)))
                    .orElseThrow(() -> new Refused(
                            found.endedAt() == null ? ProblemCode.NOT_FOUND : ProblemCode.SUBSCRIPTION_ENDED));
        });
        return making.revealing().reveal(actor.firm(), kept);
    }

    @Answers(status = 202, body = EventBody.class)
    @PostMapping("/{id}/test-deliveries")
    ResponseEntity<byte[]> test(Actor actor, HttpServletRequest http, @PathVariable UUID id) {
        making.secrets().check();
        return once.run(
                actor,
                http,
                () -> OutgoingEventEndpoints.queued(sendAgain.ping(actor, new SubscriptionId(id), clock.instant())));
    }

    private WebhookSubscriptionView view(WebhookSubscription subscription) {
        Content url = keep.contents()
                .of(subscription.firm(), List.of(subscription.id().value()))
                .get(subscription.urlKey());
        return WebhookSubscriptionView.of(subscription, url);
    }

    private static String address(WebhookSubscription subscription) {
        return "/v1/webhook-subscriptions/" + subscription.id();
    }
}
