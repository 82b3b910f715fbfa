package feewright.api.web;

import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.traffic.TrafficSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a body that no endpoint would read: who sends an amount to a reversal of all must not be taken for one who asked for all. An
 * empty object says nothing, and passes.
 */
final class BodyCheck implements HandlerInterceptor {

    private static final int LONGEST = 1 << 20;
    private static final Set<String> WITHOUT = Set.of("GET", "HEAD", "OPTIONS");

    private final Map<Method, Boolean> reads = new ConcurrentHashMap<>();
    private final TrafficSettings traffic;

    BodyCheck(TrafficSettings traffic) {
        this.traffic = traffic;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod endpoint
                && !WITHOUT.contains(request.getMethod())
                && !reads.computeIfAbsent(endpoint.getMethod(), BodyCheck::readsBody)) {
            byte[] body = new TimedBody(LONGEST, traffic.bodyTime()).read(new ServletServerHttpRequest(request));
            if (!saysNothing(body)) {
                throw new ProblemException(ProblemCode.BODY_NOT_EXPECTED);
            }
        }
        return true;
    }

    private static boolean saysNothing(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        return text.isEmpty()
                || (text.startsWith("{")
                        && text.endsWith("}")
                        && text.substring(1, text.length() - 1).isBlank()
                        && text.length() > 1);
    }

    private static boolean readsBody(Method endpoint) {
        return Arrays.stream(endpoint.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(RequestBody.class));
    }
}
