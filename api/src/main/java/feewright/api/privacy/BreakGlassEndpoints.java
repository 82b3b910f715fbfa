package feewright.api.privacy;

import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.web.Fields;
import feewright.platform.Actor;
import feewright.platform.BreakGlassSessionId;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.Transactions;
import feewright.privacy.BreakGlassAccess;
import feewright.privacy.BreakGlassSession;
import feewright.privacy.BreakGlassSessions;
import feewright.privacy.CloseBreakGlass;
import feewright.privacy.OpenBreakGlass;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** Who of the platform read what of the firm, and why (requirement T2). By the real time, whatever clock the firm has. */
@RestController
@RequestMapping(path = "/v1/break-glass-sessions", produces = "application/json")
record BreakGlassEndpoints(
        Transactions transactions,
        BreakGlassSessions sessions,
        OpenBreakGlass openBreakGlass,
        CloseBreakGlass closing,
        CustomerTexts customerTexts,
        IdempotentWrites once,
        Clock clock) {

    record NewSession(@Nullable String reason, @Nullable Integer minutes) {}

    record AccessView(
            UUID id, String method, String route, @Nullable UUID targetId, Instant at) {}

    @ResponseDescriptions(status = 201, body = BreakGlassView.class)
    @PostMapping(consumes = "application/json")
    ResponseEntity<byte[]> open(Actor actor, HttpServletRequest http, @RequestBody NewSession body) {
        Fields fields = new Fields();
        CustomerText reason = fields.words(body.reason(), CustomerText.LONGEST, "/reason");
        int minutes = fields.number(body.minutes(), "/minutes");
        if (body.minutes() != null
                && (minutes < 1 || minutes > openBreakGlass.longest().toMinutes())) {
            fields.fault("minutes-out-of-range", "/minutes");
        }
        fields.check();
        return once.run(actor, http, () -> {
            Instant now = clock.instant();
            BreakGlassSession opened = openBreakGlass.open(actor, reason, Duration.ofMinutes(minutes), now);
            return WriteResponse.created(
                    "/v1/break-glass-sessions/" + opened.id(), BreakGlassView.of(opened, null, now));
        });
    }

    @ResponseDescriptions(body = BreakGlassView.class)
    @PostMapping("/{id}/closure")
    ResponseEntity<byte[]> close(Actor actor, HttpServletRequest http, @PathVariable UUID id) {
        return once.run(actor, http, () -> {
            Instant now = clock.instant();
            return switch (closing.close(actor, new BreakGlassSessionId(id), now)) {
                case CloseBreakGlass.Outcome.Closed(var session) ->
                    WriteResponse.ok(BreakGlassView.of(session, null, now));
                case CloseBreakGlass.Outcome.Over _ -> WriteResponse.refused(ProblemCode.STATE_CONFLICT);
                case CloseBreakGlass.Outcome.NotFound _ -> throw new ProblemException(ProblemCode.NOT_FOUND);
            };
        });
    }

    @GetMapping
    Page<BreakGlassView> list(
            Actor actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return transactions.reading(actor, () -> {
            Page<BreakGlassSession> found = page.page(
                    (before, count) -> sessions.page(actor.firm(), before, count),
                    session -> session.id().value());
            List<UUID> ids =
                    found.items().stream().map(session -> session.id().value()).toList();
            Map<CustomerTextKey, CustomerText> reasons = customerTexts.of(actor.firm(), ids);
            return found.map(session -> BreakGlassView.of(
                    session, reasons.get(CustomerTextKey.of(session.id(), "reason")), clock.instant()));
        });
    }

    @GetMapping("/{id}")
    BreakGlassView find(Actor actor, @PathVariable UUID id) {
        return transactions.reading(actor, () -> {
            BreakGlassSession found = session(actor, id);
            CustomerText reason =
                    customerTexts.of(actor.firm(), List.of(id)).get(CustomerTextKey.of(found.id(), "reason"));
            return BreakGlassView.of(found, reason, clock.instant());
        });
    }

    @GetMapping("/{id}/accesses")
    Page<AccessView> accesses(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return transactions.reading(actor, () -> {
            BreakGlassSessionId of = session(actor, id).id();
            return page.page(
                            (before, count) -> sessions.accesses(actor.firm(), of, before, count), BreakGlassAccess::id)
                    .map(access -> new AccessView(
                            access.id(),
                            access.asked().method(),
                            access.asked().route(),
                            access.asked().target(),
                            access.at()));
        });
    }

    private BreakGlassSession session(Actor actor, UUID id) {
        return ProblemException.unlessFound(
                sessions.find(actor.firm(), new BreakGlassSessionId(id)).orElse(null));
    }
}
