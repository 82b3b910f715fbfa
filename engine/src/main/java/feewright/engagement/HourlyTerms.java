package feewright.engagement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Work priced by time, billed in arrears at a cadence. Included minutes, rollover, caps and minimum fees, once there, are
 * further components here and lines of their own on the invoice.
 */
public record HourlyTerms(Cadence cadence, Anchor anchor, RateCard rates, Increment increment) {

    /** The day from which work of {@code workedOn} is due: the end of its period. Empty outside the term. */
    public Optional<LocalDate> dueOn(Term term, LocalDate workedOn) {
        return new BillingCalendar(cadence, anchor, term).periodOf(workedOn).map(BillingPeriod::end);
    }
}
