package feewright.engagement;

import feewright.firm.BillingRole;
import feewright.platform.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The prices of work. The narrowest scope that has a rate in effect on the day wins (person, then role, then default); within
 * it, the rate that took effect last.
 */
public record RateCard(List<Rate> rates) {

    public RateCard {
        rates = List.copyOf(rates);
    }

    /** The rate of a person in a role on a day; empty if the card has none in effect. */
    public Optional<Rate> rateFor(PersonId person, @Nullable BillingRole role, LocalDate day) {
        return considered(person, role, day).stream()
                .flatMap(considered -> Stream.ofNullable(considered.inEffect()))
                .findFirst();
    }

    /** The scopes that are looked at for a person in a role on a day, narrowest first, down to the one that has a rate. */
    public List<ConsideredRate> considered(PersonId person, @Nullable BillingRole role, LocalDate day) {
        List<ConsideredRate> looked = new ArrayList<>(3);
        for (RateScope scope : scopes(person, role)) {
            @Nullable Rate rate = inEffect(day, scope);
            looked.add(new ConsideredRate(scope, rate));
            if (rate != null) {
                break;
            }
        }
        return looked;
    }

    private static List<RateScope> scopes(PersonId person, @Nullable BillingRole role) {
        return role == null
                ? List.of(new RateScope.OfPerson(person), new RateScope.Default())
                : List.of(new RateScope.OfPerson(person), new RateScope.OfRole(role), new RateScope.Default());
    }

    private @Nullable Rate inEffect(LocalDate day, RateScope scope) {
        Rate latest = null;
        for (Rate rate : rates) {
            if (rate.scope().equals(scope)
                    && !rate.effectiveFrom().isAfter(day)
                    && (latest == null || rate.effectiveFrom().isAfter(latest.effectiveFrom()))) {
                latest = rate;
            }
        }
        return latest;
    }
}
