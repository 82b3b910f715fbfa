package feewright.receivable;

import java.util.Locale;

/** How an invoice stands. Derived from its transfers, its due date and the day; kept nowhere (design §2.5). */
public enum Settlement {
    OPEN,
    PART_PAID,
    OVERDUE,
    PAID,
    WRITTEN_OFF,
    VOID;

    /** {@code part_paid}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
