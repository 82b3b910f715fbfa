package feewright.engagement;

import org.jspecify.annotations.Nullable;

/** What takes from or adds to the price of hours by time and rate; null where the terms have none. */
public record Adjustments(
        @Nullable Included included,
        @Nullable Cap cap,
        @Nullable MinimumFee minimum) {

    public static final Adjustments NONE = new Adjustments(null, null, null);

    public boolean isNone() {
        return included == null && cap == null && minimum == null;
    }
}
