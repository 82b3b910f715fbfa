package feewright.engagement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What was agreed. Immutable under its id: a change of a draft makes new terms, a change of a signed engagement a new engagement. */
public record Terms(TermsId id, CurrencyUnit currency, Term term, Pricing pricing, Conditions conditions) {

    /** How the engagement is run: days to pay, the zone in which its dates are read, and its flags (requirement E2). */
    public record Conditions(
            int dueInDays,
            ZoneId zone,
            boolean clientApproval,
            boolean autoIssue,
            CatchUp catchUp,
            CreditApplicationMode creditApplication) {}

    /** The first package period, if these terms have a package. */
    public Optional<BillingPeriod> firstPackagePeriod() {
        return pricing.packageTerms()
                .flatMap(packaged -> packaged.calendar(term).first());
    }

    /** The first package period that starts on {@code day} or later; empty if there is none. */
    public Optional<BillingPeriod> packagePeriodFrom(LocalDate day) {
        return pricing.packageTerms()
                .flatMap(packaged -> packaged.calendar(term).startingFrom(day));
    }

    /** The same terms ended on {@code day}, within their term. */
    public Terms endingOn(LocalDate day) {
        Term cut = new Term(term.start(), term.clip(day), term.agreedEnd(), term.pauses());
        return new Terms(id, currency, cut, pricing, conditions);
    }

    /** The same terms over the term that is in effect. */
    Terms following(EngagementAmendments course) {
        return course.equals(EngagementAmendments.AS_SIGNED)
                ? this
                : new Terms(id, currency, term.following(course), pricing, conditions);
    }

    /** The package period that starts on {@code start}, if these terms have a package and such a period. */
    public Optional<BillingPeriod> packagePeriod(LocalDate start) {
        return pricing.packageTerms()
                .flatMap(packaged -> packaged.calendar(term).periodOf(start))
                .filter(period -> period.start().equals(start));
    }

    /** The day on which the package period that starts on {@code start} is due; null where there is no such period. */
    public @Nullable LocalDate packageDueOn(@Nullable LocalDate start) {
        return Optional.ofNullable(start)
                .flatMap(this::packagePeriod)
                .flatMap(period -> pricing.packageTerms().map(packaged -> packaged.dueOn(period)))
                .orElse(null);
    }

    /**
     * The day from which work of {@code workedOn} is due; empty without hourly terms. Work outside the term counts as due from
     * the term's start, so that the rules see it and refuse.
     */
    public Optional<LocalDate> timeDueOn(LocalDate workedOn) {
        return pricing.hourlyTerms().map(hourly -> hourly.dueOn(term, workedOn).orElse(term.start()));
    }

    /** The hourly period that holds {@code day}; empty without hourly terms, and outside the term. */
    public Optional<BillingPeriod> hourlyPeriod(LocalDate day) {
        return pricing.hourlyTerms().flatMap(hourly -> hourly.calendar(term).periodOf(day));
    }

    /** The package period that holds {@code day}; empty without a package, and where no period does. */
    public Optional<BillingPeriod> packagePeriodOf(LocalDate day) {
        return pricing.packageTerms()
                .flatMap(packaged -> packaged.calendar(term).periodOf(day));
    }

    /** What adjusts the price of hours; empty where nothing does. */
    public Optional<Adjustments> hourlyAdjustments() {
        return pricing.hourlyTerms().map(HourlyTerms::adjustments).filter(adjustments -> !adjustments.isNone());
    }

    /** Whether package periods include minutes of hourly work. */
    public boolean hasIncludedMinutes() {
        return hourlyAdjustments()
                .filter(adjustments -> adjustments.included() != null)
                .isPresent();
    }

    /** The first billing date of the hourly cadence after {@code day}; empty without hourly terms, or when the term is over by then. */
    public Optional<LocalDate> hourlyBillingDateAfter(LocalDate day) {
        LocalDate from = day.isBefore(term.start()) ? term.start() : day;
        return pricing.hourlyTerms().flatMap(hourly -> hourly.dueOn(term, from));
    }
}
