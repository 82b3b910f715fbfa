package feewright.report;

import java.time.LocalDate;

/** The days of a report, half-open {@code [from, until)}. */
public record Days(LocalDate from, LocalDate until) {

    public Days {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("days end after they begin");
        }
    }
}
