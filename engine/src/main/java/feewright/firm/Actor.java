package feewright.firm;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who acts, in which firm, as what. A client's portal user also names the client. Comes from a verified token, or is the scheduler. */
public record Actor(
        FirmId firm,
        PersonId person,
        Set<Role> roles,
        @Nullable ClientId client) {

    private static final PersonId SCHEDULER = new PersonId(new UUID(0x7000, 0x8000_0000_0000_0001L));

    public Actor {
        roles = Set.copyOf(roles);
        if (roles.contains(Role.CLIENT) != (client != null)) {
            throw new IllegalArgumentException("the client role and the client id go together");
        }
    }

    /** The firm's scheduled runs, which act for nobody in person. */
    public static Actor scheduler(FirmId firm) {
        return new Actor(firm, SCHEDULER, Set.of(Role.SCHEDULER), null);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the actor bills, approves and issues for the firm. */
    public boolean isAdmin() {
        return is(Role.FIRM_ADMIN) || is(Role.FIRM_MASTER_ADMIN);
    }

    /** Role codes, as rules and the audit trail see them. */
    public Set<String> roleCodes() {
        return roles.stream().map(Role::code).collect(Collectors.toUnmodifiableSet());
    }
}
