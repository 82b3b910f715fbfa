package feewright.platform;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, in which firm, as what. A client's portal user also names the client, and a break-glass operator who reads names the
 * session. Comes from a verified token, or is the scheduler.
 */
public record Actor(
        FirmId firm,
        PersonId person,
        Set<Role> roles,
        @Nullable ClientId client,
        @Nullable BreakGlassSessionId session) {

    private static final PersonId SCHEDULER = new PersonId(new UUID(0x7000, 0x8000_0000_0000_0001L));

    public Actor {
        roles = Set.copyOf(roles);
        if (roles.contains(Role.CLIENT) != (client != null)) {
            throw new IllegalArgumentException("the client role and the client id go together");
        }
        if (session != null && !roles.contains(Role.BREAK_GLASS_OPERATOR)) {
            throw new IllegalArgumentException("only a break-glass operator has a session");
        }
    }

    /** Somebody without a session. */
    public Actor(FirmId firm, PersonId person, Set<Role> roles, @Nullable ClientId client) {
        this(firm, person, roles, client, null);
    }

    /** The same person in the session: may read all of the firm, and write nothing. */
    public Actor within(BreakGlassSessionId open) {
        return new Actor(firm, person, roles, client, open);
    }

    /** The same person beside any session: a break-glass operator can write what is kept of the session, and read no content. */
    public Actor outsideSession() {
        return new Actor(firm, person, roles, client);
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

    /** Whether the actor may see what the firm's admins see. */
    public boolean seesAll() {
        return isAdmin() || session != null;
    }

    /** Role codes, as rules and the audit trail see them. */
    public Set<String> roleCodes() {
        return roles.stream().map(Role::code).collect(Collectors.toUnmodifiableSet());
    }
}
