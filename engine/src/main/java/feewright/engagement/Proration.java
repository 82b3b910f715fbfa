package feewright.engagement;

import feewright.platform.Coded;

/** What a partial first or last period costs. */
public enum Proration implements Coded {
    /** Its share of the fee, by day. */
    BY_DAY,
    /** The whole fee. */
    FULL
}
