package feewright.credit;

import feewright.platform.Coded;

/** What is done to a grant of credit. */
public enum CreditStep implements Coded {
    /** Asked for; where nobody else has to agree, given as well. */
    ASK,
    APPROVE,
    REJECT,
    /** What is left is taken back. */
    REVERSE,
    /** What is left ran out. */
    EXPIRE,
    /** What is left is paid out. */
    REFUND
}
