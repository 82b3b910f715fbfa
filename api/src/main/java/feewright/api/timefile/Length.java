package feewright.api.timefile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how long work took: {@code 01:30:00}, {@code 1:30}, {@code 1.50} or {@code 1,5} hours. Seconds go to the nearest minute, half up. */
final class Length {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):([0-5]\\d)(?::([0-5]\\d))?");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,3}([.,]\\d{1,6})?");
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private Length() {}

    static Optional<Integer> minutes(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            int seconds = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
            int minutes = Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2));
            return Optional.of(seconds >= 30 ? minutes + 1 : minutes);
        }
        if (DECIMAL.matcher(text).matches()) {
            BigDecimal hours = new BigDecimal(text.replace(',', '.'));
            return Optional.of(
                    hours.multiply(MINUTES).setScale(0, RoundingMode.HALF_UP).intValueExact());
        }
        return Optional.empty();
    }
}
