package feewright.api.traffic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;

/** The token of a request that nobody has looked at yet, as its SHA-256: so it is neither kept nor printed, and short. */
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    static @Nullable String hashOf(Request request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        try {
            byte[] token = header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
