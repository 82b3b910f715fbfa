package feewright.engagement;

import feewright.platform.Coded;

/** Where the boundaries of billing periods lie. */
public enum Anchor implements Coded {
    /** Counted from the first day of the term. */
    ANNIVERSARY,
    /** On ISO weeks, months, quarters, half-years or years of the calendar. */
    CALENDAR
}
