package feewright.engagement;

import feewright.engagement.TermsInput.AdjustmentsOffer;
import feewright.engagement.TermsInput.CapOffer;
import feewright.engagement.TermsInput.IncludedOffer;
import feewright.engagement.TermsInput.MinimumOffer;
import feewright.money.HourlyRate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads included minutes, cap and minimum of offered hourly terms. */
record AdjustmentsReader(TermsFaults faults, @Nullable CurrencyUnit currency) {

    /** Beside a package of this cadence and end; null where there is no package. */
    record Beside(Cadence cadence, boolean ends) {}

    Adjustments read(AdjustmentsOffer offer, PricingMode mode, Optional<Beside> packaged) {
        @Nullable
        Included included =
                Optional.ofNullable(offer.included()).flatMap(this::included).orElse(null);
        if (offer.included() != null && mode == PricingMode.HOURLY) {
            faults.add("included-minutes-need-a-package", "/hourly/included");
        }
        packaged.filter(beside -> beside.cadence() == Cadence.ONE_TIME).ifPresent(beside -> oneTime(offer, beside));
        @Nullable
        MinimumFee minimum =
                Optional.ofNullable(offer.minimum()).flatMap(this::minimum).orElse(null);
        @Nullable Cap cap = Optional.ofNullable(offer.cap()).flatMap(this::cap).orElse(null);
        if (cap != null && minimum != null && cap.limit().isLessThan(minimum.fee())) {
            faults.add("cap-below-minimum", "/hourly/cap/limit");
        }
        return new Adjustments(included, cap, minimum);
    }

    /** A fee that is asked once has one period: nothing goes over to a next one, and without an end it is a day. */
    private void oneTime(AdjustmentsOffer offer, Beside packaged) {
        IncludedOffer included = offer.included();
        if (included == null) {
            return;
        }
        if (!packaged.ends()) {
            faults.add("included-minutes-need-periods", "/hourly/included");
        }
        if (included.rolloverMinutes() != null && included.rolloverMinutes() != 0) {
            faults.add("rollover-needs-further-periods", "/hourly/included/rollover_minutes");
        }
    }

    private Optional<Included> included(IncludedOffer offer) {
        Integer minutes = offer.minutes();
        if (minutes == null) {
            faults.add("minutes-missing", "/hourly/included/minutes");
        } else if (isOutOfRange(minutes, 1)) {
            faults.add("minutes-out-of-range", "/hourly/included/minutes");
        }
        int rollover = Objects.requireNonNullElse(offer.rolloverMinutes(), 0);
        if (isOutOfRange(rollover, 0)) {
            faults.add("rollover-minutes-out-of-range", "/hourly/included/rollover_minutes");
        }
        Optional<Money> beyond = offer.beyondPerHour() == null
                ? Optional.empty()
                : faults.price(offer.beyondPerHour(), currency, "/hourly/included/beyond_per_hour");
        if (minutes == null || isOutOfRange(minutes, 1) || isOutOfRange(rollover, 0)) {
            return Optional.empty();
        }
        return Optional.of(
                new Included(minutes, rollover, beyond.map(HourlyRate::new).orElse(null)));
    }

    private Optional<Cap> cap(CapOffer offer) {
        Optional<Money> limit = faults.price(offer.limit(), currency, "/hourly/cap/limit");
        Optional<Cap.Span> span = faults.choice(Cap.Span.class, offer.span(), null, "/hourly/cap/span");
        Optional<Cap.Beyond> beyond = faults.choice(Cap.Beyond.class, offer.beyond(), null, "/hourly/cap/beyond");
        return limit.flatMap(amount -> span.flatMap(found -> beyond.map(what -> new Cap(amount, found, what))));
    }

    private Optional<MinimumFee> minimum(MinimumOffer offer) {
        Optional<Money> fee = faults.price(offer.fee(), currency, "/hourly/minimum/fee");
        Optional<Proration> proration =
                faults.choice(Proration.class, offer.proration(), Proration.BY_DAY, "/hourly/minimum/proration");
        return fee.flatMap(amount -> proration.map(found -> new MinimumFee(amount, found)));
    }

    private static boolean isOutOfRange(int minutes, int least) {
        return minutes < least || minutes > Included.MOST_MINUTES;
    }
}
