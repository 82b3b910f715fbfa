package feewright.drools;

import java.util.Locale;

/** Where a rule comes from. */
public enum Origin {
    /** Part of the product. Its codes are reserved. */
    CORE,
    /** From the configured directory of the firm's rule authors. */
    AUTHOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
