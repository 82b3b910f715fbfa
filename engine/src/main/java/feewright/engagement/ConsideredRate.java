package feewright.engagement;

import org.jspecify.annotations.Nullable;

/** One scope of a rate card as it was looked up: the rate in effect on the day, or none. */
public record ConsideredRate(RateScope scope, @Nullable Rate inEffect) {}
