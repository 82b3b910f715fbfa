package feewright.api.engagement;

import com.fasterxml.jackson.annotation.JsonProperty;
import feewright.api.json.MoneyJson;
import feewright.engagement.TermsInput;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Terms in JSON, going in and coming out. Going in, everything may be missing or nonsense: the engine finds all faults. */
public record TermsJson(
        @Nullable String pricingMode,
        @Nullable String currency,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @JsonProperty("package") @Nullable PackageJson packaged,
        @Nullable HourlyJson hourly,
        @Nullable Integer dueInDays,
        @Nullable String zone,
        @Nullable Boolean clientApprovalRequired,
        @Nullable Boolean autoIssue,
        @Nullable String catchUp,
        @Nullable String creditApplication) {

    record PackageJson(
            @Nullable MoneyJson fee,
            @Nullable String cadence,
            @Nullable String timing,
            @Nullable String anchor,
            @Nullable String proration) {}

    record HourlyJson(
            @Nullable String cadence,
            @Nullable String anchor,
            @Nullable Integer incrementMinutes,
            @Nullable String incrementRounding,
            @Nullable List<RateJson> rates,
            @Nullable IncludedJson included,
            @Nullable CapJson cap,
            @Nullable MinimumJson minimum) {}

    record IncludedJson(
            @Nullable Integer minutes,
            @Nullable Integer rolloverMinutes,
            @Nullable MoneyJson extraHourRate) {}

    record CapJson(
            @Nullable MoneyJson limit,
            @Nullable String span,
            @Nullable String beyond) {}

    record MinimumJson(@Nullable MoneyJson fee, @Nullable String proration) {}

    record RateJson(
            @Nullable UUID personId,
            @Nullable String role,
            @Nullable MoneyJson perHour,
            @Nullable LocalDate effectiveFrom) {}

    TermsInput offer() {
        return new TermsInput(
                pricingMode,
                currency,
                start,
                end,
                packaged == null ? null : offer(packaged),
                hourly == null ? null : offer(hourly),
                new TermsInput.ConditionsOffer(
                        dueInDays, zone, clientApprovalRequired, autoIssue, catchUp, creditApplication));
    }

    private static TermsInput.PackageOffer offer(PackageJson of) {
        return new TermsInput.PackageOffer(offer(of.fee()), of.cadence(), of.timing(), of.anchor(), of.proration());
    }

    private static TermsInput.HourlyOffer offer(HourlyJson of) {
        List<TermsInput.RateOffer> rates = of.rates() == null
                ? null
                : of.rates().stream().map(TermsJson::offer).toList();
        return new TermsInput.HourlyOffer(
                of.cadence(), of.anchor(), of.incrementMinutes(), of.incrementRounding(), rates, adjustments(of));
    }

    private static TermsInput.AdjustmentsOffer adjustments(HourlyJson of) {
        IncludedJson included = of.included();
        CapJson cap = of.cap();
        MinimumJson minimum = of.minimum();
        return new TermsInput.AdjustmentsOffer(
                included == null
                        ? null
                        : new TermsInput.IncludedOffer(
                                included.minutes(), included.rolloverMinutes(), offer(included.extraHourRate())),
                cap == null ? null : new TermsInput.CapOffer(offer(cap.limit()), cap.span(), cap.beyond()),
                minimum == null ? null : new TermsInput.MinimumOffer(offer(minimum.fee()), minimum.proration()));
    }

    private static TermsInput.RateOffer offer(RateJson of) {
        return new TermsInput.RateOffer(of.personId(), of.role(), offer(of.perHour()), of.effectiveFrom());
    }

    private static TermsInput.@Nullable MoneyInput offer(@Nullable MoneyJson money) {
        return money == null ? null : new TermsInput.MoneyInput(money.amount(), money.currency());
    }
}
