package feewright.api.timefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a file writes days that are not ISO: nobody can tell 03/02 from 02/03, so the sender says it. */
public enum DateOrder {
    /** {@code 2026-03-02} and nothing else. */
    ISO,
    /** {@code 03/02/2026} is 2 March. */
    MDY,
    /** {@code 02/03/2026} and {@code 02.03.2026} are 2 March. */
    DMY;

    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern OTHER_DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

    /** The order of that name, whatever its case. */
    public static Optional<DateOrder> named(String name) {
        for (DateOrder order : values()) {
            if (order.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    /** The day that the text writes, or empty. ISO days are read in every order. */
    Optional<LocalDate> read(String text) {
        Matcher iso = ISO_DAY.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher other = OTHER_DAY.matcher(text);
        if (!other.matches()) {
            return Optional.empty();
        }
        return switch (this) {
            case ISO -> Optional.empty();
            case MDY -> day(other.group(3), other.group(1), other.group(2));
            case DMY -> day(other.group(3), other.group(2), other.group(1));
        };
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
