package feewright.privacy;

import feewright.platform.Actor;
import feewright.platform.BreakGlassSessionId;
import feewright.platform.Transactions;
import feewright.privacy.BreakGlassAccess.Asked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Use case: an operator reads in a session. The access is kept and audited first, in a transaction of its own; what is read then
 * sees the session open or nothing, because the storage looks once more in the snapshot that it reads from.
 */
public record UseBreakGlass(Transactions transactions, BreakGlassSessions sessions, SessionTrail trail) {

    /** The operator within the session; empty where it is not there, somebody else's, closed or expired. */
    public Optional<Actor> use(Actor operator, BreakGlassSessionId id, Asked asked, Instant now) {
        return transactions.in(
                operator,
                () -> sessions.find(operator.firm(), id)
                        .filter(session -> session.operator().equals(operator.person()))
                        .filter(session -> session.isActive(now))
                        .map(session ->
                                keep(operator, new BreakGlassAccess(trail.ids().next(), id, asked, now))));
    }

    private Actor keep(Actor operator, BreakGlassAccess access) {
        sessions.used(operator.firm(), access);
        List<String> codes =
                new ArrayList<>(List.of(access.asked().method(), access.asked().route()));
        UUID target = access.asked().target();
        if (target != null) {
            codes.add(target.toString());
        }
        trail.append(operator, "break_glass_used", access.session(), new SessionTrail.Detail(codes, access.at()));
        return operator.within(access.session());
    }
}
