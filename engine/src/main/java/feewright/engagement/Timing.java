package feewright.engagement;

import feewright.platform.Coded;

/** When a package period is due. */
public enum Timing implements Coded {
    /** On the period's first day. */
    IN_ADVANCE,
    /** On the day after the period's last. */
    IN_ARREARS
}
