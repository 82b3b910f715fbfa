package feewright.engagement;

import feewright.platform.Coded;

/** Whether a client's credit goes onto an invoice by itself. */
public enum CreditApplicationMode implements Coded {
    AUTOMATIC,
    MANUAL
}
