package feewright.attempt;

import feewright.platform.Coded;

/** Result of recording what a processor said of an attempt, a refund or a dispute. */
public enum UpdateOutcome implements Coded {
    APPLIED,
    /** Recorded, and no rule permits it: nothing else changed. */
    UNAPPLIED,
    /** Said before, or nothing new. */
    KNOWN,
    /** The firm knows no such attempt or payment, or not yet: it can be said again later. */
    NOT_FOUND
}
