package feewright.api.idempotency;

import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.api.web.RequestBytes;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
            throw new Refused(ProblemCode.IDEMPOTENCY_KEY_MISSING);
        }
        if (!KEY.matcher(header).matches()) {
            throw new Refused(ProblemCode.IDEMPOTENCY_KEY_INVALID);
        }
        return sha256(header.getBytes(StandardCharsets.US_ASCII));
    }

    static String of(HttpServletRequest request) {
        String head = request.getMethod() + "\n" + request.getRequestURI() + "?" + request.getQueryString() + "\n"
                + request.getHeader(HttpHeaders.IF_MATCH) + "\n";
        return sha256(head.getBytes(StandardCharsets.UTF_8), RequestBytes.current());
    }

    private static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
