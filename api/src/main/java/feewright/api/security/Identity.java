package feewright.api.security;

import feewright.platform.Actor;
import feewright.platform.PersonId;
import feewright.platform.Role;
import java.util.Set;

/** Who a verified token speaks for. */
sealed interface Identity {

    Set<Role> roles();

    /** Somebody of one firm: the token names it. */
    record OfFirm(Actor actor) implements Identity {

        @Override
        public Set<Role> roles() {
            return actor.roles();
        }
    }

    /** Somebody of the platform: each request names the firm it looks at. */
    record OfPlatform(PersonId person, Role role) implements Identity {

        @Override
        public Set<Role> roles() {
            return Set.of(role);
        }
    }
}
