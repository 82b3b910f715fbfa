package feewright.api.security;

import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.security.AccessTable.Endpoint;
import feewright.platform.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Enforces the access table on every endpoint, by the pattern that routing has found already. */
final class AccessInterceptor implements HandlerInterceptor {

    private final BreakGlassGate gate;

    AccessInterceptor(BreakGlassGate gate) {
        this.gate = gate;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        HttpMethod asked = HttpMethod.valueOf(request.getMethod());
        HttpMethod method = asked.equals(HttpMethod.HEAD) ? HttpMethod.GET : asked;
        Set<Role> allowed = AccessTable.rolesOf(new Endpoint(method, String.valueOf(pattern)));
        Identity caller = ActorResolver.current();
        if (Collections.disjoint(allowed, caller.roles())) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
        if (caller instanceof Identity.OfPlatform platform
                && platform.role() == Role.BREAK_GLASS_OPERATOR
                && method.equals(HttpMethod.GET)) {
            gate.pass(request, platform, String.valueOf(pattern));
        }
        return true;
    }
}
