package feewright.dispute;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What was moved for a dispute by the events that do not count, each movement once by its reference: so much is missing in each currency,
 * fees included, and below zero where money came. The same for every order of arrival.
 */
final class Uncounted {

    private Uncounted() {}

    static Map<CurrencyUnit, Money> of(List<DisputeEvent> events, Predicate<DisputeEvent> counts) {
        Set<String> taken = new HashSet<>();
        events.stream()
                .filter(counts)
                .forEach(event -> event.told().movements().forEach(movement -> taken.add(movement.reference())));
        Map<CurrencyUnit, Money> missing = new HashMap<>();
        events.stream()
                .sorted(DisputeEvent.AS_HAPPENED)
                .flatMap(event -> event.told().movements().stream().sorted(Comparator.comparing(Movement::reference)))
                .filter(movement -> taken.add(movement.reference()))
                .forEach(movement -> missing.merge(
                        movement.amount().getCurrencyUnit(), movement.fee().minus(movement.amount()), Money::plus));
        return missing;
    }
}
