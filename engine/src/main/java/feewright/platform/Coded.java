package feewright.platform;

import java.util.Locale;

/** A constant that JSON, tables and rules write by its code: its name in lower case. */
public interface Coded {

    String name();

    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
