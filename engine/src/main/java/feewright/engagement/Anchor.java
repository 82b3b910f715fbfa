package feewright.engagement;

/** Where the boundaries of billing periods lie. */
public enum Anchor {
    /** Counted from the first day of the term. */
    ANNIVERSARY,
    /** On ISO weeks, months, quarters, half-years or years of the calendar. */
    CALENDAR
}
