package feewright.engagement;

import feewright.money.HourlyRate;
import java.time.LocalDate;

/** One price of a rate card: for whom, per hour, from which day on. */
public record Rate(RateScope scope, HourlyRate price, LocalDate effectiveFrom) {

    /** The clause of the terms that this rate is: {@code hourly.rates[role:partner@2026-01-01]}. */
    public String clause() {
        return "hourly.rates[%s@%s]".formatted(scope.code(), effectiveFrom);
    }
}
