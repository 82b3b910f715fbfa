package feewright.api.web;

import feewright.api.json.Texts;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that an endpoint does not know, or that are empty: a filter that is misspelt or unset must not widen a list. */
final class ParameterCheck implements HandlerInterceptor {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && handler instanceof HandlerMethod endpoint) {
            Set<String> names = known.computeIfAbsent(endpoint.getMethod(), ParameterCheck::names);
            request.getParameterMap().forEach((name, values) -> {
                if (!names.contains(name)) {
                    throw new ProblemException(ProblemCode.PARAMETER_UNKNOWN);
                }
                if (values.length > 1) {
                    throw new ProblemException(
                            Problem.of(ProblemCode.PARAMETER_UNKNOWN).ofParameter(name));
                }
                if (values[0].isEmpty() || !Texts.isStorable(values[0])) {
                    throw new ProblemException(
                            Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter(name));
                }
            });
        }
        return true;
    }

    private static Set<String> names(Method endpoint) {
        return Arrays.stream(endpoint.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(ParameterCheck::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String name(Parameter parameter) {
        String name = parameter.getAnnotation(RequestParam.class).name();
        return name.isEmpty() ? parameter.getName() : name;
    }
}
