package feewright.jdbc.engagement;

import feewright.engagement.BilledDays;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Billed days as statements put them together: on each text line {@code 2026-03-01 2026-04-01 2026-03-20}, the last where days stand. */
public final class BilledDaysText {

    private BilledDaysText() {}

    /** None for null. */
    public static List<BilledDays> read(@Nullable String lines) {
        return lines == null
                ? List.of()
                : lines.lines().map(BilledDaysText::days).toList();
    }

    private static BilledDays days(String line) {
        List<LocalDate> days =
                List.of(line.split(" ")).stream().map(LocalDate::parse).toList();
        return new BilledDays(days.get(0), days.get(1), days.size() > 2 ? days.get(2) : null);
    }
}
