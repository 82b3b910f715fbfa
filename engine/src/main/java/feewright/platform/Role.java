package feewright.platform;

import java.util.Locale;

/** What an actor may be in a firm or on the platform (requirement T2). */
public enum Role {
    PLATFORM_OPERATOR,
    BREAK_GLASS_OPERATOR,
    FIRM_MASTER_ADMIN,
    FIRM_ADMIN,
    STAFF,
    CLIENT,
    /** The firm's own scheduled run. No token has this role. */
    SCHEDULER;

    /** The code that tokens, rules and logs use: {@code firm-master-admin}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
