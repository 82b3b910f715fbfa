package feewright.invoice;

import feewright.platform.Coded;

/** What a line charges for. Totals are kept apart by category (requirement I2). */
public enum Category implements Coded {
    PACKAGE,
    HOURLY,
    /** What the firm paid for the client, passed on. */
    EXPENSE,
    MANUAL;

    /** Whether its lines are charges by hand, which neither a period nor time justifies. */
    public boolean isByHand() {
        return this == EXPENSE || this == MANUAL;
    }
}
