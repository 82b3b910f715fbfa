package feewright.api.demo;

import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.platform.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** The people of the demo, one for each role that can do something. Their ids are fixed, so that tokens and examples stay good. */
public enum DemoPerson {
    MASTER_ADMIN(Role.FIRM_MASTER_ADMIN, "0199a000-0000-7000-8000-000000000101"),
    ADMIN(Role.FIRM_ADMIN, "0199a000-0000-7000-8000-000000000102"),
    STAFF(Role.STAFF, "0199a000-0000-7000-8000-000000000103"),
    CLIENT(Role.CLIENT, "0199a000-0000-7000-8000-000000000104"),
    PLATFORM_OPERATOR(Role.PLATFORM_OPERATOR, "0199a000-0000-7000-8000-000000000105"),
    BREAK_GLASS_OPERATOR(Role.BREAK_GLASS_OPERATOR, "0199a000-0000-7000-8000-000000000106");

    /** The firm of the demo. */
    public static final FirmId FIRM = new FirmId(UUID.fromString("0199a000-0000-7000-8000-000000000001"));

    /** The client whose portal the demo's client user sees. */
    public static final ClientId PORTAL_CLIENT = new ClientId(UUID.fromString("0199a000-0000-7000-8000-000000000201"));

    private final Role role;
    private final String id;

    DemoPerson(Role role, String id) {
        this.role = role;
        this.id = id;
    }

    public Role role() {
        return role;
    }

    public PersonId person() {
        return new PersonId(UUID.fromString(id));
    }

    /** Whether the person belongs to the firm, and not to the platform. */
    public boolean isOfFirm() {
        return role != Role.PLATFORM_OPERATOR && role != Role.BREAK_GLASS_OPERATOR;
    }

    /** The person as an actor of the demo's firm. */
    public Actor actor() {
        Set<Role> roles = EnumSet.of(role);
        return new Actor(FIRM, person(), roles, role == Role.CLIENT ? PORTAL_CLIENT : null);
    }
}
