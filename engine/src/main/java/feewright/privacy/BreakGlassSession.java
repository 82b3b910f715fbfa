package feewright.privacy;

import feewright.platform.BreakGlassSessionId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an operator of the platform may read the content of one firm: from {@code openedAt} until before {@code
 * expiresAt}, unless it was closed. The reason is content. By the real time, whatever clock the firm has.
 */
public record BreakGlassSession(
        BreakGlassSessionId id,
        FirmId firm,
        PersonId operator,
        Instant openedAt,
        Instant expiresAt,
        @Nullable Closing closing) {

    /** No installation may let a session last longer. */
    public static final Duration LONGEST = Duration.ofHours(24);

    public BreakGlassSession {
        if (!openedAt.isBefore(expiresAt) || expiresAt.isAfter(openedAt.plus(LONGEST))) {
            throw new IllegalArgumentException("a session ends after it begins, within a day");
        }
    }

    /** Who ended it before its time, and when. */
    public record Closing(PersonId by, Instant at) {}

    public boolean isActive(Instant now) {
        return closing == null && now.isBefore(expiresAt);
    }

    BreakGlassSession closed(Closing by) {
        return new BreakGlassSession(id, firm, operator, openedAt, expiresAt, by);
    }
}
