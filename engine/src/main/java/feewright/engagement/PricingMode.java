package feewright.engagement;

import feewright.platform.Coded;

/** How work is billed. */
public enum PricingMode implements Coded {
    PACKAGE,
    HOURLY,
    MIXED
}
