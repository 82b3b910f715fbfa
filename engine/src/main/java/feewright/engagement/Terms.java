package feewright.engagement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** What was agreed. Immutable under its id: a change of a draft makes new terms, a change of a signed engagement a new engagement. */
public record Terms(TermsId id, CurrencyUnit currency, Term term, Pricing pricing, Conditions conditions) {

    /** How the engagement is run: days to pay, the zone in which its dates are read, and its flags (requirement E2). */
    public record Conditions(
            int dueInDays,
            ZoneId zone,
            boolean clientApproval,
            boolean autoIssue,
            CatchUp catchUp,
            CreditApplication creditApplication) {}

    /** The first package period, if these terms have a package. */
    public Optional<BillingPeriod> firstPackagePeriod() {
        return pricing.packageTerms().map(packaged -> packaged.calendar(term).first());
    }

    /** The package period that starts on {@code start}, if these terms have a package and such a period. */
    public Optional<BillingPeriod> packagePeriod(LocalDate start) {
        return pricing.packageTerms()
                .flatMap(packaged -> packaged.calendar(term).periodOf(start))
                .filter(period -> period.start().equals(start));
    }
}
