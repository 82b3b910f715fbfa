package feewright.api.security;

import feewright.api.json.Texts;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.platform.Actor;
import feewright.platform.BreakGlassSessionId;
import feewright.privacy.BreakGlassAccess.Asked;
import feewright.privacy.UseBreakGlass;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/** Lets a break-glass operator read in an open session only, and keeps the access before anything is looked up (requirement T2). */
record BreakGlassGate(UseBreakGlass use, Clock clock) {

    static final String SESSION_HEADER = "Feewright-Session";

    private static final String ACTOR = BreakGlassGate.class.getName();

    /** Refuses with 403 outside a session; else the request goes on as its operator within it. */
    void pass(HttpServletRequest request, Identity.OfPlatform operator, String pattern) {
        UUID session = id(request.getHeader(SESSION_HEADER));
        if (request.getHeader(SESSION_HEADER) == null) {
            throw new ProblemException(ProblemCode.BREAK_GLASS_SESSION_MISSING);
        }
        Actor outside = ActorResolver.outsideSession(operator, request.getHeader(ActorResolver.FIRM_HEADER));
        if (session == null) {
            throw new ProblemException(ProblemCode.BREAK_GLASS_SESSION_OVER);
        }
        Asked asked = new Asked(request.getMethod(), pattern, target(request));
        Actor within = use.use(outside, new BreakGlassSessionId(session), asked, clock.instant())
                .orElseThrow(() -> new ProblemException(ProblemCode.BREAK_GLASS_SESSION_OVER));
        request.setAttribute(ACTOR, within);
    }

    /** Who passed with this request; null for whoever does not need to. */
    static @Nullable Actor passed(@Nullable Object attribute) {
        return attribute instanceof Actor within ? within : null;
    }

    static String attribute() {
        return ACTOR;
    }

    /** The id in the address, or else the first that a filter names. Neither is content. */
    private static @Nullable UUID target(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Collection<?> inPath = variables instanceof Map<?, ?> map ? map.values() : Set.of();
        Stream<String> inQuery = request.getParameterMap().entrySet().stream()
                .filter(parameter -> parameter.getKey().endsWith("_id"))
                .flatMap(parameter -> Stream.of(parameter.getValue()));
        return Stream.concat(inPath.stream().map(String::valueOf), inQuery)
                .map(BreakGlassGate::id)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : Texts.uuid(text);
    }
}
