package feewright.payment;

import feewright.platform.Coded;

/** Where a person has money in suspense go. */
public enum SuspenseTarget implements Coded {
    /** The firm bears what is missing, or keeps what is too much. */
    FIRM,
    /** The invoice owes again what is missing; what is too much pays it, and is credit of the client beyond that. */
    INVOICE,
    /** The credit that the payment made bears what is missing; what is too much becomes credit of the client. */
    CREDIT;
}
