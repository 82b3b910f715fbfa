package feewright.firm;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who acts, in which firm, as what. A client's portal user also names the client. Comes from a verified token only. */
public record Actor(
        FirmId firm,
        PersonId person,
        Set<Role> roles,
        @Nullable ClientId client) {

    public Actor {
        roles = Set.copyOf(roles);
        if (roles.contains(Role.CLIENT) != (client != null)) {
            throw new IllegalArgumentException("the client role and the client id go together");
        }
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
