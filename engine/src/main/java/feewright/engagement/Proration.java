package feewright.engagement;

/** What a partial first or last period costs. */
public enum Proration {
    /** Its share of the fee, by day. */
    BY_DAY,
    /** The whole fee. */
    FULL
}
