package feewright.api.security;

import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.api.security.AccessTable.Endpoint;
import feewright.firm.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Enforces the access table on every endpoint, by the pattern that routing has found already. */
final class AccessInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        HttpMethod asked = HttpMethod.valueOf(request.getMethod());
        HttpMethod method = asked.equals(HttpMethod.HEAD) ? HttpMethod.GET : asked;
        Set<Role> allowed = AccessTable.rolesOf(new Endpoint(method, String.valueOf(pattern)));
        if (Collections.disjoint(allowed, Callers.current().roles())) {
            throw new Refused(ProblemCode.FORBIDDEN);
        }
        return true;
    }
}
