package feewright.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where the billing of a signed engagement stands: the start of its next package period and the day on which that is due (both
 * null where there is none), the latest day whose dues were billed (null before the first), and the first billing date of its
 * hourly cadence after that day (null without hourly terms, or when the term is over). Follows from the terms and the invoices
 * that stand, and is kept so that the cost of finding what is due does not grow with what was billed.
 */
public record BillingCursor(
        @Nullable LocalDate nextPackageStart,
        @Nullable LocalDate packageDueOn,
        @Nullable LocalDate billedOn,
        @Nullable LocalDate hourlyDueOn) {

    /** The cursor of terms under which nothing was billed. */
    public static BillingCursor atStart(Terms terms) {
        return of(
                terms,
                terms.firstPackagePeriod().map(BillingPeriod::start).orElse(null),
                null,
                terms.term().start());
    }

    /** The cursor after the dues of {@code billing} were billed, with the package going on at {@code nextPackageStart}. */
    public BillingCursor after(Terms terms, LocalDate billing, @Nullable LocalDate nextPackageStart) {
        LocalDate latest = billedOn == null || billing.isAfter(billedOn) ? billing : billedOn;
        return of(terms, nextPackageStart, latest, latest);
    }

    private static BillingCursor of(
            Terms terms, @Nullable LocalDate nextPackageStart, @Nullable LocalDate billedOn, LocalDate hourlyAfter) {
        return new BillingCursor(
                nextPackageStart,
                terms.packageDueOn(nextPackageStart),
                billedOn,
                terms.hourlyBillingDateAfter(hourlyAfter).orElse(null));
    }
}
