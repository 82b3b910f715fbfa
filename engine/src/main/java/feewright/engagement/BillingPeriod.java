package feewright.engagement;

import feewright.money.DayShare;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days that are billed together, half-open {@code [start, end)}, cut by the term out of the whole period
 * {@code [wholeStart, wholeEnd)} that the cadence would have given.
 */
public record BillingPeriod(LocalDate start, LocalDate end, LocalDate wholeStart, LocalDate wholeEnd) {

    public BillingPeriod {
        if (!end.isAfter(start) || start.isBefore(wholeStart) || end.isAfter(wholeEnd)) {
            throw new IllegalArgumentException("not a part of the whole period");
        }
    }

    static BillingPeriod whole(LocalDate start, LocalDate end) {
        return new BillingPeriod(start, end, start, end);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && date.isBefore(end);
    }

    /** The part of the whole period that this one is, in days. */
    public DayShare share() {
        return new DayShare(days(wholeStart, start), days(wholeStart, end), days(wholeStart, wholeEnd));
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
