package feewright.engagement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Work priced by time, billed in arrears at a cadence. Included minutes, a cap and a minimum fee are adjustments: lines of their
 * own on the invoice.
 */
public record HourlyTerms(
        Cadence cadence, Anchor anchor, RateCard rates, Increment increment, Adjustments adjustments) {

    /** The day from which work of {@code workedOn} is due: the end of its period. Empty outside the term. */
    public Optional<LocalDate> dueOn(Term term, LocalDate workedOn) {
        return calendar(term).periodOf(workedOn).map(BillingPeriod::end);
    }

    BillingCalendar calendar(Term term) {
        return new BillingCalendar(cadence, anchor, term);
    }
}
