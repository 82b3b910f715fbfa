package feewright.privacy;

import feewright.platform.BreakGlassSessionId;
import feewright.platform.FirmId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: break-glass sessions and what was read in them. Append-only. */
public interface BreakGlassSessions {

    void open(BreakGlassSession session);

    Optional<BreakGlassSession> find(FirmId firm, BreakGlassSessionId session);

    /** Newest first, before {@code before}, at most {@code limit}. */
    List<BreakGlassSession> page(FirmId firm, @Nullable UUID before, int limit);

    /** Keeps that it was closed; false if that is so already. */
    boolean close(FirmId firm, BreakGlassSessionId session, BreakGlassSession.Closing closing);

    void used(FirmId firm, BreakGlassAccess access);

    /** Newest first, before {@code before}, at most {@code limit}. */
    List<BreakGlassAccess> accesses(FirmId firm, BreakGlassSessionId session, @Nullable UUID before, int limit);
}
