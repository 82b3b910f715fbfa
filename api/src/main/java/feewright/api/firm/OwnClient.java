package feewright.api.firm;

import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.Role;
import org.jspecify.annotations.Nullable;

/** Whose things somebody may look at: a client only its own. */
public final class OwnClient {

    private OwnClient() {}

    /** The client that a list is limited to: for a client itself, and 403 if it asks for another; for others what they ask for. */
    public static @Nullable ClientId of(Actor actor, @Nullable ClientId asked) {
        if (!actor.is(Role.CLIENT)) {
            return asked;
        }
        if (asked != null && !asked.equals(actor.client())) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
        return actor.client();
    }

    /** The client that is named in an address: to a client, there are no others. */
    public static ClientId named(Actor actor, ClientId named) {
        if (actor.is(Role.CLIENT) && !named.equals(actor.client())) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        return named;
    }
}
