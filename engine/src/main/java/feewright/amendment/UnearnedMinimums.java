package feewright.amendment;

import feewright.engagement.BillingPeriod;
import feewright.engagement.EarnedMinimum;
import feewright.engagement.HourlyUse;
import feewright.engagement.Terms;
import feewright.invoice.BilledMinimum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * What was made up for minimums, against the day on which their term is to end. Pure. Earned is what the days before the end lack
 * beside the work on them. A pause changes nothing here: a minimum is agreed by the hourly period, which goes on.
 */
record UnearnedMinimums(Terms terms, HourlyUse use, List<BilledMinimum> billed) {

    UnearnedMinimums {
        billed = List.copyOf(billed);
    }

    /** The end of the last period beyond the day for which something was made up; empty where nothing was. */
    Optional<LocalDate> billedUntil(LocalDate day) {
        return byStart().keySet().stream()
                .filter(start -> use.of(HourlyUse.Kind.MINIMUM, start) > 0)
                .flatMap(start -> terms.hourlyPeriod(start).stream())
                .map(BillingPeriod::end)
                .filter(end -> end.isAfter(day))
                .max(LocalDate::compareTo);
    }

    /** What is not earned where the term ends on the day, of the latest lines first. */
    List<Unearned> on(LocalDate day) {
        EarnedMinimum earned = new EarnedMinimum(terms.endingOn(day), use);
        List<Unearned> all = new ArrayList<>();
        byStart().forEach((start, lines) -> {
            long beyond = earned.beyond(start);
            if (beyond > 0) {
                all.add(new Unearned(Money.ofMinor(terms.currency(), beyond), lines));
            }
        });
        return all;
    }

    private Map<LocalDate, List<Unearned.OfLine>> byStart() {
        Map<LocalDate, List<Unearned.OfLine>> lines = new TreeMap<>();
        for (BilledMinimum minimum : billed) {
            if (minimum.line().amount().isPositive()) {
                lines.computeIfAbsent(minimum.line().period().start(), _ -> new ArrayList<>())
                        .add(new Unearned.OfLine(
                                minimum.invoice(), minimum.line().number()));
            }
        }
        lines.values().forEach(Collections::reverse);
        return lines;
    }
}
