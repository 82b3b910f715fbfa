package feewright.engagement;

import feewright.firm.BillingRole;
import feewright.firm.PersonId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
        return inEffect(day, scope -> scope.equals(new RateScope.OfPerson(person)))
                .or(() -> role == null ? Optional.empty() : inEffect(day, new RateScope.OfRole(role)::equals))
                .or(() -> inEffect(day, new RateScope.Default()::equals));
    }

    private Optional<Rate> inEffect(LocalDate day, Predicate<RateScope> wanted) {
        return rates.stream()
                .filter(rate -> wanted.test(rate.scope()) && !rate.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(Rate::effectiveFrom));
    }
}
