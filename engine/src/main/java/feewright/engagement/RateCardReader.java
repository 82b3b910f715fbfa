package feewright.engagement;

import feewright.engagement.TermsInput.RateOffer;
import feewright.firm.BillingRole;
import feewright.money.HourlyRate;
import feewright.platform.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Reads an offered rate card: at least one rate, no two for one scope and day. */
record RateCardReader(
        TermsFaults faults,
        @Nullable CurrencyUnit currency,
        @Nullable Term term) {

    private static final int MOST_RATES = 500;
    private static final String POINTER = "/hourly/rates";

    RateCard rates(@Nullable List<RateOffer> offers) {
        if (offers == null || offers.isEmpty()) {
            faults.add("rate-missing", POINTER);
            return new RateCard(List.of());
        }
        if (offers.size() > MOST_RATES) {
            faults.add("too-many-rates", POINTER);
            return new RateCard(List.of());
        }
        List<Rate> rates = new ArrayList<>();
        for (int i = 0; i < offers.size(); i++) {
            rate(offers.get(i), POINTER + "/" + i).ifPresent(rates::add);
        }
        refuseDoubles(rates);
        return new RateCard(rates);
    }

    private Optional<Rate> rate(RateOffer offer, String pointer) {
        Optional<RateScope> scope = scope(offer, pointer);
        Optional<HourlyRate> price =
                faults.price(offer.perHour(), currency, pointer + "/per_hour").map(HourlyRate::new);
        @Nullable
        LocalDate from = offer.effectiveFrom() != null ? offer.effectiveFrom() : term == null ? null : term.start();
        if (scope.isEmpty() || price.isEmpty() || from == null) {
            return Optional.empty();
        }
        return Optional.of(new Rate(scope.get(), price.get(), from));
    }

    private Optional<RateScope> scope(RateOffer offer, String pointer) {
        if (offer.person() != null && offer.role() != null) {
            faults.add("rate-for-person-and-role", pointer);
            return Optional.empty();
        }
        if (offer.person() != null) {
            return Optional.of(new RateScope.OfPerson(new PersonId(offer.person())));
        }
        if (offer.role() == null) {
            return Optional.of(new RateScope.Default());
        }
        if (!BillingRole.isCode(offer.role())) {
            faults.add("role-not-a-code", pointer + "/role");
            return Optional.empty();
        }
        return Optional.of(new RateScope.OfRole(new BillingRole(offer.role())));
    }

    private void refuseDoubles(List<Rate> rates) {
        Set<String> seen = new HashSet<>();
        for (Rate rate : rates) {
            if (!seen.add(rate.clause())) {
                faults.add("rate-twice-for-one-day", POINTER);
            }
        }
    }
}
