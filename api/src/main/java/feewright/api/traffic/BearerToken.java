package feewright.api.traffic;

import feewright.platform.Sha256;
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
        return Sha256.hex(header.substring(SCHEME.length()));
    }
}
