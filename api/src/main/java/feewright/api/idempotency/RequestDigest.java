package feewright.api.idempotency;

import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.web.RequestBytes;
import feewright.platform.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What makes two requests the same: method, path, query, If-Match and body, as a SHA-256 in hex; and the key that they go under, as a
 * SHA-256 too, because nothing keeps a caller from writing words into it.
 */
final class RequestDigest {

    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,100}");

    private RequestDigest() {}

    static String key(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_MISSING);
        }
        if (!KEY.matcher(header).matches()) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_INVALID);
        }
        return Sha256.hex(header.getBytes(StandardCharsets.US_ASCII));
    }

    static String of(HttpServletRequest request) {
        String head = request.getMethod() + "\n" + request.getRequestURI() + "?" + request.getQueryString() + "\n"
                + request.getHeader(HttpHeaders.IF_MATCH) + "\n";
        return Sha256.hex(head.getBytes(StandardCharsets.UTF_8), RequestBytes.current());
    }
}
