package feewright.ledger;

import feewright.platform.Coded;

/** How an invoice stands. Derived from its transfers, its due date and the day; kept nowhere (design §2.5). */
public enum PaymentStatus implements Coded {
    OPEN,
    PART_PAID,
    OVERDUE,
    PAID,
    WRITTEN_OFF,
    VOID;
}
