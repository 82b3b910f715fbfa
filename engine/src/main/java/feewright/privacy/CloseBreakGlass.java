package feewright.privacy;

import feewright.platform.Actor;
import feewright.platform.BreakGlassSessionId;
import feewright.platform.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Use case: the operator of a session, or an admin of the firm, closes it before its time. */
public record CloseBreakGlass(Transactions transactions, BreakGlassSessions sessions, SessionTrail trail) {

    /** What came of closing. */
    public sealed interface Outcome {

        record Closed(BreakGlassSession session) implements Outcome {}

        /** It was closed or had expired before: nothing was changed. */
        record Over() implements Outcome {}

        /** The firm has none such, or it is another operator's. */
        record NotFound() implements Outcome {}
    }

    public Outcome close(Actor actor, BreakGlassSessionId id, Instant now) {
        return transactions.in(actor, () -> {
            Optional<BreakGlassSession> found = sessions.find(actor.firm(), id)
                    .filter(session -> actor.isAdmin() || session.operator().equals(actor.person()));
            if (found.isEmpty()) {
                return new Outcome.NotFound();
            }
            BreakGlassSession.Closing closing = new BreakGlassSession.Closing(actor.person(), now);
            if (!found.get().isActive(now) || !sessions.close(actor.firm(), id, closing)) {
                return new Outcome.Over();
            }
            trail.append(actor, "break_glass_closed", id, new SessionTrail.Detail(List.of(), now));
            return new Outcome.Closed(found.get().closed(closing));
        });
    }
}
