package feewright.api.privacy;

import feewright.platform.CustomerText;
import feewright.privacy.BreakGlassSession;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A break-glass session: {@code active}, {@code expired} or {@code closed}. Its reason is shown to the firm only. */
record BreakGlassView(
        UUID id,
        UUID operatorId,
        String state,
        @Nullable String reason,
        Instant openedAt,
        Instant expiresAt,
        @Nullable Instant closedAt,
        @Nullable UUID closedBy) {

    static BreakGlassView of(BreakGlassSession session, @Nullable CustomerText reason, Instant now) {
        BreakGlassSession.Closing closing = session.closing();
        return new BreakGlassView(
                session.id().value(),
                session.operator().value(),
                closing != null ? "closed" : session.isActive(now) ? "active" : "expired",
                reason == null ? null : reason.text(),
                session.openedAt(),
                session.expiresAt(),
                closing == null ? null : closing.at(),
                closing == null ? null : closing.by().value());
    }
}
