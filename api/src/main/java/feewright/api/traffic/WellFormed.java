package feewright.api.traffic;

import feewright.api.problem.ProblemCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.buf.UDecoder;
import org.apache.tomcat.util.http.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * What the container lets through though nobody behind it can read it: control and undefined characters in the names of parameters and in
 * headers, one header twice that says one thing, and content types that name no type, or a text that is not UTF-8. Looked at once, here, because those behind it read late, in many
 * places, and fail.
 */
final class WellFormed {

    private static final List<String> ONCE = List.of(
            "Authorization", "Content-Type", "Idempotency-Key", "If-Match", "Feewright-Firm", "Feewright-Session");

    private WellFormed() {}

    /** Why the request cannot be read; null if it can. */
    static @Nullable ProblemCode fault(Request request) {
        if (!areHeadersClean(request) || !areNamesClean(request) || isSaidTwice(request)) {
            return ProblemCode.BAD_REQUEST;
        }
        return isTypeKnown(request.getContentType()) ? null : ProblemCode.MEDIA_TYPE_NOT_SUPPORTED;
    }

    private static boolean isSaidTwice(Request request) {
        return ONCE.stream()
                .anyMatch(name -> Collections.list(request.getHeaders(name)).size() > 1);
    }

    private static boolean areHeadersClean(Request request) {
        for (String name : Collections.list(request.getHeaderNames())) {
            if (!isClean(name)
                    || !Collections.list(request.getHeaders(name)).stream().allMatch(WellFormed::isClean)) {
                return false;
            }
        }
        return true;
    }

    /** Read as the container will: its own reading would look for parts of a form as well. */
    private static boolean areNamesClean(Request request) {
        if (request.getQueryString() == null) {
            return true;
        }
        Parameters parameters = new Parameters();
        parameters.setURLDecoder(new UDecoder());
        parameters.setQueryStringCharset(request.getConnector().getURICharset());
        parameters.setLimit(request.getConnector().getMaxParameterCount());
        parameters.setQuery(request.getCoyoteRequest().queryString());
        try {
            parameters.handleQueryParameters();
            return Collections.list(parameters.getParameterNames()).stream().allMatch(WellFormed::isClean);
        } catch (IllegalStateException undecodable) {
            return false;
        }
    }

    private static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(point -> point != '\t' && (Character.isISOControl(point) || !Character.isDefined(point)));
    }

    private static boolean isTypeKnown(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return true;
        }
        try {
            MediaType type = MediaType.parseMediaType(header);
            Charset charset = type.getCharset();
            return type.isConcrete() && (charset == null || charset.equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
