package feewright.engagement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Terms as somebody wrote them down: anything may be missing or nonsense. {@link TermsReader} makes terms of it or says why not. */
public record TermsInput(
        @Nullable String pricingMode,
        @Nullable String currency,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable PackageOffer packaged,
        @Nullable HourlyOffer hourly,
        ConditionsOffer conditions) {

    /** The same offer for a term that starts on {@code day}. */
    public TermsInput startingOn(LocalDate day) {
        return new TermsInput(pricingMode, currency, day, end, packaged, hourly, conditions);
    }

    /** An amount as text, with its currency. */
    public record MoneyInput(
            @Nullable String amount, @Nullable String currency) {}

    public record PackageOffer(
            @Nullable MoneyInput fee,
            @Nullable String cadence,
            @Nullable String timing,
            @Nullable String anchor,
            @Nullable String proration) {}

    public record HourlyOffer(
            @Nullable String cadence,
            @Nullable String anchor,
            @Nullable Integer incrementMinutes,
            @Nullable String incrementRounding,
            @Nullable List<RateOffer> rates,
            AdjustmentsOffer adjustments) {}

    /** Included minutes, cap and minimum. */
    public record AdjustmentsOffer(
            @Nullable IncludedOffer included,
            @Nullable CapOffer cap,
            @Nullable MinimumOffer minimum) {

        public static final AdjustmentsOffer NONE = new AdjustmentsOffer(null, null, null);
    }

    public record IncludedOffer(
            @Nullable Integer minutes,
            @Nullable Integer rolloverMinutes,
            @Nullable MoneyInput beyondPerHour) {}

    public record CapOffer(
            @Nullable MoneyInput limit,
            @Nullable String span,
            @Nullable String beyond) {}

    public record MinimumOffer(
            @Nullable MoneyInput fee, @Nullable String proration) {}

    /** A rate of a person, of a role, or of everybody else when both are null; from the start of the term unless it says otherwise. */
    public record RateOffer(
            @Nullable UUID person,
            @Nullable String role,
            @Nullable MoneyInput perHour,
            @Nullable LocalDate effectiveFrom) {}

    public record ConditionsOffer(
            @Nullable Integer dueInDays,
            @Nullable String zone,
            @Nullable Boolean clientApproval,
            @Nullable Boolean autoIssue,
            @Nullable String catchUp,
            @Nullable String creditApplication) {}
}
