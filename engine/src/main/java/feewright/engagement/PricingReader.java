package feewright.engagement;

import feewright.engagement.AdjustmentsReader.Beside;
import feewright.engagement.TermsInput.HourlyOffer;
import feewright.engagement.TermsInput.PackageOffer;
import feewright.money.HourlyRate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads the package and hourly parts of offered terms. Currency and term are null when they were faulty themselves. */
record PricingReader(
        TermsFaults faults,
        @Nullable CurrencyUnit currency,
        @Nullable Term term) {

    Optional<PackageTerms> packaged(@Nullable PackageOffer offer, boolean expected) {
        if (!isWhereExpected(offer != null, expected, "package") || offer == null) {
            return Optional.empty();
        }
        Optional<Money> fee = faults.price(offer.fee(), currency, "/package/fee");
        Optional<Cadence> cadence = faults.choice(Cadence.class, offer.cadence(), null, "/package/cadence");
        Optional<Timing> timing = faults.choice(Timing.class, offer.timing(), Timing.IN_ADVANCE, "/package/timing");
        Optional<Anchor> anchor = faults.choice(Anchor.class, offer.anchor(), Anchor.ANNIVERSARY, "/package/anchor");
        Optional<Proration> proration =
                faults.choice(Proration.class, offer.proration(), Proration.BY_DAY, "/package/proration");
        if (cadence.isPresent() && timing.isPresent() && timing.get() == Timing.IN_ARREARS) {
            refuseOneTimeWithoutEnd(cadence.get(), "/package/cadence");
        }
        if (fee.isEmpty() || cadence.isEmpty() || timing.isEmpty() || anchor.isEmpty() || proration.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PackageTerms(fee.get(), cadence.get(), timing.get(), anchor.get(), proration.get()));
    }

    Optional<HourlyTerms> hourly(@Nullable HourlyOffer offer, PricingMode mode, Optional<PackageTerms> beside) {
        boolean expected = mode != PricingMode.PACKAGE;
        if (!isWhereExpected(offer != null, expected, "hourly") || offer == null) {
            return Optional.empty();
        }
        Optional<Cadence> cadence = faults.choice(Cadence.class, offer.cadence(), Cadence.MONTHLY, "/hourly/cadence");
        Optional<Anchor> anchor = faults.choice(Anchor.class, offer.anchor(), Anchor.ANNIVERSARY, "/hourly/anchor");
        Optional<Increment> increment = increment(offer);
        Adjustments adjustments = new AdjustmentsReader(faults, currency)
                .read(
                        offer.adjustments(),
                        mode,
                        beside.map(packaged -> new Beside(packaged.cadence(), term == null || term.end() != null)));
        RateCard rates = rates(offer, adjustments);
        cadence.ifPresent(found -> refuseOneTimeWithoutEnd(found, "/hourly/cadence"));
        if (cadence.isEmpty() || anchor.isEmpty() || increment.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HourlyTerms(cadence.get(), anchor.get(), rates, increment.get(), adjustments));
    }

    /** A flat rate beyond the included minutes stands in place of a rate card. */
    private RateCard rates(HourlyOffer offer, Adjustments adjustments) {
        Included included = adjustments.included();
        HourlyRate beyond = included == null ? null : included.beyond();
        if (beyond == null) {
            return new RateCardReader(faults, currency, term).rates(offer.rates());
        }
        if (offer.rates() != null && !offer.rates().isEmpty()) {
            faults.add("rates-beside-beyond-per-hour", "/hourly/rates");
        }
        return new RateCard(
                term == null ? List.of() : List.of(new Rate(new RateScope.Default(), beyond, term.start())));
    }

    private Optional<Increment> increment(HourlyOffer offer) {
        Optional<Increment.Rounding> rounding = faults.choice(
                Increment.Rounding.class,
                offer.incrementRounding(),
                Increment.Rounding.UP,
                "/hourly/increment_rounding");
        int minutes = offer.incrementMinutes() == null ? 1 : offer.incrementMinutes();
        if (minutes < 1 || minutes > Increment.LONGEST_MINUTES) {
            faults.add("increment-minutes-out-of-range", "/hourly/increment_minutes");
            return Optional.empty();
        }
        return rounding.map(found -> new Increment(minutes, found));
    }

    private boolean isWhereExpected(boolean given, boolean expected, String part) {
        if (given != expected) {
            faults.add(part + (given ? "-not-expected" : "-missing"), "/" + part);
        }
        return given && expected;
    }

    /** Due after the last day of a term that has none: it would never be billed. */
    private void refuseOneTimeWithoutEnd(Cadence cadence, String pointer) {
        if (cadence == Cadence.ONE_TIME && term != null && term.end() == null) {
            faults.add("one-time-in-arrears-needs-an-end", pointer);
        }
    }
}
