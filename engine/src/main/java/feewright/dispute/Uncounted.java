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
 * What was moved for a dispute by the events that do not count, each movement once by its reference: so much was taken and charged for,
 * below zero where money came. The same for every order of arrival.
 */
record Uncounted(Money taken, Money fees) {

    /** By currency. */
    static Map<CurrencyUnit, Uncounted> of(List<DisputeEvent> events, Predicate<DisputeEvent> counts) {
        Set<String> known = new HashSet<>();
        events.stream()
                .filter(counts)
                .forEach(event -> event.told().movements().forEach(movement -> known.add(movement.reference())));
        Map<CurrencyUnit, Uncounted> sums = new HashMap<>();
        events.stream()
                .sorted(DisputeEvent.AS_HAPPENED)
                .flatMap(event ->
                        event.told().movements().stream().sorted(Comparator.comparing(DisputeMovement::reference)))
                .filter(movement -> known.add(movement.reference()))
                .forEach(movement -> sums.merge(
                        movement.amount().getCurrencyUnit(),
                        new Uncounted(movement.amount().negated(), movement.fee()),
                        Uncounted::plus));
        return sums;
    }

    static Uncounted nothing(CurrencyUnit currency) {
        return new Uncounted(Money.zero(currency), Money.zero(currency));
    }

    /** What is missing by it. */
    Money missing() {
        return taken.plus(fees);
    }

    private Uncounted plus(Uncounted more) {
        return new Uncounted(taken.plus(more.taken), fees.plus(more.fees));
    }
}
