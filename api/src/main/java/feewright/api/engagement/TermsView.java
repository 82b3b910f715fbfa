package feewright.api.engagement;

import feewright.api.json.MoneyJson;
import feewright.engagement.Adjustments;
import feewright.engagement.Cap;
import feewright.engagement.HourlyTerms;
import feewright.engagement.Included;
import feewright.engagement.MinimumFee;
import feewright.engagement.PackageTerms;
import feewright.engagement.Rate;
import feewright.engagement.RateScope;
import feewright.engagement.Terms;
import feewright.money.HourlyRate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Terms as JSON: what was sent, with every default filled in. */
public final class TermsView {

    private TermsView() {}

    /** As answers show them. */
    public static TermsJson of(Terms terms) {
        Terms.Conditions conditions = terms.conditions();
        return new TermsJson(
                terms.pricing().mode().code(),
                terms.currency().getCode(),
                terms.term().start(),
                terms.term().end(),
                terms.pricing().packageTerms().map(TermsView::packaged).orElse(null),
                terms.pricing().hourlyTerms().map(TermsView::hourly).orElse(null),
                conditions.dueInDays(),
                conditions.zone().getId(),
                conditions.clientApproval(),
                conditions.autoIssue(),
                conditions.catchUp().code(),
                conditions.creditApplication().code());
    }

    private static TermsJson.PackageJson packaged(PackageTerms terms) {
        return new TermsJson.PackageJson(
                MoneyJson.of(terms.fee()),
                terms.cadence().code(),
                terms.timing().code(),
                terms.anchor().code(),
                terms.proration().code());
    }

    private static TermsJson.HourlyJson hourly(HourlyTerms terms) {
        List<TermsJson.RateJson> rates = new ArrayList<>();
        Adjustments adjustments = terms.adjustments();
        boolean flat = adjustments.included() != null && adjustments.included().beyond() != null;
        terms.rates().rates().forEach(rate -> rates.add(rate(rate)));
        return new TermsJson.HourlyJson(
                terms.cadence().code(),
                terms.anchor().code(),
                terms.increment().minutes(),
                terms.increment().rounding().code(),
                flat ? null : rates,
                included(adjustments.included()),
                cap(adjustments.cap()),
                minimum(adjustments.minimum()));
    }

    private static TermsJson.@Nullable IncludedJson included(@Nullable Included of) {
        if (of == null) {
            return null;
        }
        HourlyRate beyond = of.beyond();
        return new TermsJson.IncludedJson(
                of.minutes(), of.rolloverMinutes(), beyond == null ? null : MoneyJson.of(beyond.perHour()));
    }

    private static TermsJson.@Nullable CapJson cap(@Nullable Cap of) {
        return of == null
                ? null
                : new TermsJson.CapJson(
                        MoneyJson.of(of.limit()), of.span().code(), of.beyond().code());
    }

    private static TermsJson.@Nullable MinimumJson minimum(@Nullable MinimumFee of) {
        return of == null
                ? null
                : new TermsJson.MinimumJson(
                        MoneyJson.of(of.fee()), of.proration().code());
    }

    private static TermsJson.RateJson rate(Rate rate) {
        @Nullable
        UUID person =
                rate.scope() instanceof RateScope.OfPerson of ? of.person().value() : null;
        @Nullable
        String role = rate.scope() instanceof RateScope.OfRole of ? of.role().code() : null;
        return new TermsJson.RateJson(person, role, MoneyJson.of(rate.price().perHour()), rate.effectiveFrom());
    }
}
