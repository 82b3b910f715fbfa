package feewright.engagement;

import feewright.platform.Coded;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How often something is billed. */
public enum Cadence implements Coded {
    ONE_TIME(0),
    WEEKLY(0),
    MONTHLY(1),
    QUARTERLY(3),
    SEMI_ANNUAL(6),
    ANNUAL(12);

    private final int months;

    Cadence(int months) {
        this.months = months;
    }

    /** The boundary {@code steps} cadences from {@code origin}: always counted from the origin, so that the 31st comes back after February. */
    LocalDate boundary(LocalDate origin, long steps) {
        return switch (this) {
            case ONE_TIME -> throw new IllegalStateException("a one-time cadence has no boundaries");
            case WEEKLY -> origin.plusWeeks(steps);
            case MONTHLY, QUARTERLY, SEMI_ANNUAL, ANNUAL -> origin.plusMonths(steps * months);
        };
    }

    /** A count of steps from {@code origin} to {@code date} that is right or one off. */
    long stepsAbout(LocalDate origin, LocalDate date) {
        return switch (this) {
            case ONE_TIME -> throw new IllegalStateException("a one-time cadence has no boundaries");
            case WEEKLY -> Math.floorDiv(date.toEpochDay() - origin.toEpochDay(), 7);
            case MONTHLY, QUARTERLY, SEMI_ANNUAL, ANNUAL ->
                Math.floorDiv(monthNumber(date) - monthNumber(origin), (long) months);
        };
    }

    /** The first day of the calendar unit (ISO week, month, quarter, half-year, year) that holds {@code date}. */
    LocalDate calendarUnit(LocalDate date) {
        return switch (this) {
            case ONE_TIME -> date;
            case WEEKLY -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY, QUARTERLY, SEMI_ANNUAL, ANNUAL ->
                LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / months * months + 1, 1);
        };
    }

    private static long monthNumber(LocalDate date) {
        return date.getYear() * 12L + date.getMonthValue();
    }
}
