package feewright.privacy;

import feewright.platform.Actor;
import feewright.platform.BreakGlassSessionId;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.Role;
import feewright.platform.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Use case: a break-glass operator opens a session for one firm, with a reason that the firm reads and a limit (T2, T4). */
public record OpenBreakGlass(
        Transactions transactions,
        BreakGlassSessions sessions,
        CustomerTexts customerTexts,
        SessionTrail trail,
        Duration longest) {

    public OpenBreakGlass {
        if (!longest.isPositive() || longest.compareTo(BreakGlassSession.LONGEST) > 0) {
            throw new IllegalArgumentException("a session lasts a day at most");
        }
    }

    /** Opens it for {@code length}, which is above zero and not beyond {@link #longest}. */
    public BreakGlassSession open(Actor operator, CustomerText reason, Duration length, Instant now) {
        if (!operator.is(Role.BREAK_GLASS_OPERATOR) || length.compareTo(longest) > 0) {
            throw new IllegalArgumentException("a session is opened by an operator, within the limit");
        }
        return transactions.in(operator, () -> {
            BreakGlassSessionId id = new BreakGlassSessionId(trail.ids().next());
            BreakGlassSession session =
                    new BreakGlassSession(id, operator.firm(), operator.person(), now, now.plus(length), null);
            sessions.open(session);
            customerTexts.write(operator.firm(), Map.of(CustomerTextKey.of(id, "reason"), reason));
            trail.append(operator, "break_glass_opened", id, new SessionTrail.Detail(List.of(), now));
            return session;
        });
    }
}
