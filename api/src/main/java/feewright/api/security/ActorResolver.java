package feewright.api.security;

import feewright.api.json.Texts;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.firm.Firms;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives endpoints their actor. A firm is looked up the first time that a request names it, and remembered: firms never go away. */
final class ActorResolver implements HandlerMethodArgumentResolver {

    static final String FIRM_HEADER = "Feewright-Firm";

    private final Transactions transactions;
    private final Firms firms;
    private final Set<UUID> knownFirms = ConcurrentHashMap.newKeySet();

    ActorResolver(Transactions transactions, Firms firms) {
        this.transactions = transactions;
        this.firms = firms;
    }

    /** The identity of the request's token. */
    static Identity current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof IdentityAuthentication known) {
            return known.getPrincipal();
        }
        throw new ProblemException(ProblemCode.TOKEN_MISSING);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String firm = request.getHeader(FIRM_HEADER);
        return switch (current()) {
            case Identity.OfFirm(Actor actor) -> {
                if (firm != null) {
                    throw new ProblemException(ProblemCode.FIRM_HEADER_NOT_EXPECTED);
                }
                yield registered(actor);
            }
            case Identity.OfPlatform platform -> {
                Actor within = BreakGlassGate.passed(
                        request.getAttribute(BreakGlassGate.attribute(), RequestAttributes.SCOPE_REQUEST));
                yield within != null ? within : looking(platform, firm);
            }
        };
    }

    private Actor registered(Actor actor) {
        if (!isRegistered(actor)) {
            throw new ProblemException(ProblemCode.FIRM_UNKNOWN);
        }
        return actor;
    }

    private Actor looking(Identity.OfPlatform platform, @Nullable String header) {
        Actor actor = outsideSession(platform, header);
        if (!isRegistered(actor)) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        return actor;
    }

    /** Somebody of the platform in the firm that the header names, which may not be registered. */
    static Actor outsideSession(Identity.OfPlatform platform, @Nullable String header) {
        UUID firm = header == null ? null : Texts.uuid(header);
        if (firm == null) {
            throw new ProblemException(header == null ? ProblemCode.FIRM_MISSING : ProblemCode.NOT_FOUND);
        }
        return new Actor(new FirmId(firm), platform.person(), Set.of(platform.role()), null);
    }

    private boolean isRegistered(Actor actor) {
        if (knownFirms.contains(actor.firm().value())) {
            return true;
        }
        boolean found =
                transactions.reading(actor, () -> firms.find(actor.firm())).isPresent();
        if (found) {
            knownFirms.add(actor.firm().value());
        }
        return found;
    }
}
