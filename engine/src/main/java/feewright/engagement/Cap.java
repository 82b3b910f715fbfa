package feewright.engagement;

import feewright.platform.Coded;
import org.joda.money.Money;

/** The most that the hourly work of a period, or of the whole engagement, is billed at, and what happens to work beyond it. */
public record Cap(Money limit, Span span, Beyond beyond) {

    /** What the cap is for. */
    public enum Span implements Coded {
        /** Each period of the hourly cadence. */
        PERIOD,
        ENGAGEMENT
    }

    /** What becomes of work beyond the cap. */
    public enum Beyond implements Coded {
        /** It is not invoiced, unless somebody overrides. */
        STOP,
        /** It is billed, and written down to the cap by a line of its own. */
        WRITE_DOWN
    }
}
