package feewright.credit;

import feewright.platform.Coded;

/** Where a grant of credit comes from (requirement L2). */
public enum CreditSource implements Coded {
    OVERPAYMENT(true, false),
    DEPOSIT(true, false),
    /** What was paid for what a credit note took off. */
    REFUND_AS_CREDIT(true, false),
    PROMOTIONAL(false, false),
    GOODWILL(false, true),
    CORRECTION(false, true);

    private final boolean paidFor;
    private final boolean fourEyes;

    CreditSource(boolean paidFor, boolean fourEyes) {
        this.paidFor = paidFor;
        this.fourEyes = fourEyes;
    }

    /** Whether the client gave money for it, so that it can be paid out. */
    public boolean isPaidFor() {
        return paidFor;
    }

    /** Whether somebody other than who asks has to agree. */
    public boolean needsFourEyes() {
        return fourEyes;
    }
}
