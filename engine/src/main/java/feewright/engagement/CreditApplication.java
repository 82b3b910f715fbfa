package feewright.engagement;

/** Whether a client's credit goes onto an invoice by itself. */
public enum CreditApplication {
    AUTOMATIC,
    MANUAL
}
