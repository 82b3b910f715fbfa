package feewright.engagement;

import java.time.LocalDate;
import org.joda.money.Money;

/** A fee for each period of a cadence. */
public record PackageTerms(Money fee, Cadence cadence, Timing timing, Anchor anchor, Proration proration) {

    /** The day on which {@code period} is due (requirement C3). */
    public LocalDate dueOn(BillingPeriod period) {
        return timing == Timing.IN_ADVANCE ? period.start() : period.end();
    }

    /** What {@code period} costs: the fee, or its share by day. */
    public Money chargeFor(BillingPeriod period) {
        return proration == Proration.FULL ? fee : period.share().of(fee);
    }

    public PackageCalendar calendar(Term term) {
        return new PackageCalendar(new BillingCalendar(cadence, anchor, term), proration);
    }
}
