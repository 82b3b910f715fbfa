package feewright.amendment;

import feewright.platform.Coded;

/** What becomes of a package period, or of a minimum, that was billed already where a term is cut inside it (requirements R3, E13). */
public enum BilledInAdvance implements Coded {
    /** What is not earned any more is taken off the invoice by a credit note; what was paid of it is the client's credit. */
    CREDIT,
    /** The day moves to the end of what was billed. */
    PERIOD_END
}
