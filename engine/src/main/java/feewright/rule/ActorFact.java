package feewright.rule;

import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.PersonId;
import feewright.platform.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who acts, as rules see it: role codes such as {@code firm-admin}; {@code admin} for either kind of firm admin. */
public record ActorFact(
        PersonId person,
        Set<String> roles,
        boolean admin,
        boolean masterAdmin,
        @Nullable ClientId client) implements Fact {

    public static ActorFact of(Actor actor) {
        return new ActorFact(
                actor.person(), actor.roleCodes(), actor.isAdmin(), actor.is(Role.FIRM_MASTER_ADMIN), actor.client());
    }

    @Override
    public String ref() {
        return "actor/" + person;
    }
}
