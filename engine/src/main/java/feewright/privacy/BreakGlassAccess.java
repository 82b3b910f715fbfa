package feewright.privacy;

import feewright.platform.BreakGlassSessionId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One reading request of a session: method, the pattern of its path, and the id that it asked for, if it named one. No content. */
public record BreakGlassAccess(UUID id, BreakGlassSessionId session, Asked asked, Instant at) {

    /** What was asked for. */
    public record Asked(
            String method, String route, @Nullable UUID target) {}
}
