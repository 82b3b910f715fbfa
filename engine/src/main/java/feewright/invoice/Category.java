package feewright.invoice;

import java.util.Locale;

/** What a line charges for. Totals are kept apart by category (requirement I2). */
public enum Category {
    PACKAGE,
    HOURLY,
    MANUAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
