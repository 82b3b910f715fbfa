package feewright.engagement;

/** What a scheduled run does with periods that downtime missed. */
public enum CatchUp {
    BILL_EVERY_PERIOD,
    BILL_CURRENT_ONLY,
    HOLD_FOR_PERSON
}
