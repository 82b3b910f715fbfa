package feewright.engagement;

/** How work is billed. */
public enum PricingMode {
    PACKAGE,
    HOURLY,
    MIXED
}
