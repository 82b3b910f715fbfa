package feewright.engagement;

import feewright.platform.Coded;

/** What a scheduled run does with periods that downtime missed. */
public enum CatchUp implements Coded {
    BILL_EVERY_PERIOD,
    BILL_CURRENT_ONLY,
    LEAVE_TO_PERSON
}
