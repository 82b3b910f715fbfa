package feewright.engagement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The package periods that are to be billed, by their starts. {@code again} are those of days that were billed and do not stand any
 * more, the oldest first; {@code following} is the first after all that was ever billed (null: there is none). What lies between and was
 * never billed was skipped, and stays so. Follows from the terms in effect and the lines of all invoices, void ones too.
 */
public record OpenPeriods(List<LocalDate> again, @Nullable LocalDate following) {

    public OpenPeriods {
        again = List.copyOf(again);
    }

    public static OpenPeriods of(Terms terms, Collection<BilledDays> ever) {
        Set<LocalDate> standing = ever.stream()
                .filter(days -> days.until() != null)
                .map(BilledDays::start)
                .collect(Collectors.toSet());
        List<LocalDate> again = ever.stream()
                .filter(days -> !days.standsWhole())
                .flatMap(days -> starts(terms, days))
                .filter(start -> !standing.contains(start))
                .distinct()
                .sorted()
                .toList();
        LocalDate end = ever.stream()
                .map(BilledDays::end)
                .max(LocalDate::compareTo)
                .orElse(terms.term().start());
        return new OpenPeriods(
                again, terms.packagePeriodFrom(end).map(BillingPeriod::start).orElse(null));
    }

    /** The start of the next period to bill; null where none is open. */
    public @Nullable LocalDate next() {
        return again.isEmpty() ? following : again.getFirst();
    }

    /** An ending or a pause may have cut what was billed into several parts, or left none. */
    private static Stream<LocalDate> starts(Terms terms, BilledDays days) {
        return Stream.iterate(
                        terms.packagePeriodFrom(days.start()),
                        period -> period.filter(found -> found.start().isBefore(days.end()))
                                .isPresent(),
                        period -> terms.packagePeriodFrom(period.orElseThrow().end()))
                .flatMap(Optional::stream)
                .map(BillingPeriod::start);
    }
}
