package feewright.engagement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the billing of a signed engagement stands. {@code released} are the starts of package periods that were billed and do not
 * stand any more, the oldest first: a void gave them back, or a pause that is over. They are billed again before the package goes on at
 * {@code following} (null where there is nothing more).
 * {@code packageDueOn} is the day on which the next package period is due, {@code billedOn} the latest day whose dues were billed
 * (null before the first), {@code hourlyDueOn} the first billing date of the hourly cadence after that day (null without hourly
 * terms, or when the term is over), {@code use} what was used of the adjustments of hours. Follows from the terms and the invoices that stand, and is kept so that the cost of finding
 * what is due does not grow with what was billed.
 */
public record BillingCursor(
        List<LocalDate> released,
        @Nullable LocalDate following,
        @Nullable LocalDate packageDueOn,
        @Nullable LocalDate billedOn,
        @Nullable LocalDate hourlyDueOn,
        HourlyUse use) {

    public BillingCursor {
        released = released.stream().distinct().sorted().toList();
    }

    /** The cursor of terms under which nothing was billed. */
    public static BillingCursor atStart(Terms terms) {
        return of(
                        terms,
                        List.of(),
                        terms.firstPackagePeriod().map(BillingPeriod::start).orElse(null),
                        null)
                .using(HourlyUse.atStart(terms));
    }

    /** The start of the next package period to bill; null when there is none left. */
    public @Nullable LocalDate nextPackageStart() {
        return released.isEmpty() ? following : released.getFirst();
    }

    /** Whether the next package period was billed before, and is to be billed again. */
    public boolean isReleased() {
        return !released.isEmpty();
    }

    /** The cursor after the dues of {@code billing} were billed, among them the package period of {@code billed} (null: none). */
    public BillingCursor after(Terms terms, LocalDate billing, @Nullable LocalDate billed) {
        LocalDate latest = billedOn == null || billing.isAfter(billedOn) ? billing : billedOn;
        List<LocalDate> left =
                released.stream().filter(start -> !start.equals(billed)).toList();
        return of(
                        terms,
                        left,
                        billed != null && billed.equals(following) ? startAfter(terms, billed) : following,
                        latest)
                .using(use);
    }

    /** The cursor with this used of the adjustments of hours. */
    public BillingCursor using(HourlyUse used) {
        return new BillingCursor(released, following, packageDueOn, billedOn, hourlyDueOn, used);
    }

    /** The cursor with the package going on at {@code start}: the periods before it that were never billed stay so. */
    public BillingCursor skippingTo(Terms terms, LocalDate start) {
        return of(terms, released, start, billedOn).using(skipped(terms, start));
    }

    /** A skipped period includes no minutes. */
    private HourlyUse skipped(Terms terms, LocalDate start) {
        HourlyUse used = use;
        @Nullable LocalDate at = following;
        while (terms.hasIncludedMinutes() && at != null && at.isBefore(start)) {
            LocalDate dueOn = terms.packageDueOn(at);
            used = dueOn == null ? used : used.without(HourlyUse.Kind.SKIPPED, dueOn);
            at = startAfter(terms, at);
        }
        return used;
    }

    /** The cursor once the term was cut, paused or resumed: the package goes on with what is open then. */
    public BillingCursor under(Terms now, OpenPeriods open) {
        return of(now, open.again(), open.following(), billedOn).using(HourlyUse.rebuilt(now, use.amounts()));
    }

    /**
     * The cursor with these package periods to be billed again (but for those that are none any more), when {@code latest} is the
     * latest day that still counts as billed.
     */
    public BillingCursor releasing(Terms terms, Collection<LocalDate> starts, @Nullable LocalDate latest) {
        return of(terms, periods(terms, Stream.concat(released.stream(), starts.stream())), following, latest)
                .using(use);
    }

    private static List<LocalDate> periods(Terms terms, Stream<LocalDate> starts) {
        return starts.filter(start -> terms.packagePeriod(start).isPresent()).toList();
    }

    private static @Nullable LocalDate startAfter(Terms terms, LocalDate billed) {
        return terms.packagePeriod(billed)
                .flatMap(period -> terms.pricing()
                        .packageTerms()
                        .flatMap(packaged -> packaged.calendar(terms.term()).after(period)))
                .map(BillingPeriod::start)
                .orElse(null);
    }

    private static BillingCursor of(
            Terms terms, List<LocalDate> released, @Nullable LocalDate following, @Nullable LocalDate billedOn) {
        LocalDate next = released.stream().min(LocalDate::compareTo).orElse(following);
        return new BillingCursor(
                released,
                following,
                terms.packageDueOn(next),
                billedOn,
                terms.hourlyBillingDateAfter(billedOn == null ? terms.term().start() : billedOn)
                        .orElse(null),
                HourlyUse.NONE);
    }
}
