package feewright.invoice;

import feewright.engagement.BillingPeriod;
import feewright.engagement.HourlyUse;
import feewright.engagement.HourlyUse.Kind;
import feewright.engagement.MinimumFee;
import feewright.engagement.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * Makes up for the minimum of periods that are over, with time or without; and takes back what was made up where late work
 * reaches it after all. What was made up too much of a period without late work comes off only where {@code takesBack}.
 */
record MinimumLines(Terms terms, HourlyUse use, boolean takesBack) {

    List<ProposedLine> after(List<ProposedLine> before, LocalDate billing, int linesBefore) {
        MinimumFee minimum = terms.hourlyAdjustments().orElseThrow().minimum();
        if (minimum == null) {
            return List.of();
        }
        Map<HourlyUse.Key, Long> more =
                HourlyUseCalculator.of(before.stream().map(ProposedLine::frozen).toList(), terms);
        HourlyUse with = use.plus(more);
        List<ProposedLine> lines = new ArrayList<>();
        int last = linesBefore + before.size();
        for (BillingPeriod period : periods(more, billing).values()) {
            long missing = with.missing(minimum, period);
            boolean worked = with.of(Kind.WORTH, period.start()) != use.of(Kind.WORTH, period.start());
            if (missing > 0 || (missing < 0 && (worked || takesBack))) {
                Money worth = Money.ofMinor(terms.currency(), with.of(Kind.WORTH, period.start()));
                Money made = Money.ofMinor(terms.currency(), with.of(Kind.MINIMUM, period.start()));
                lines.add(new ProposedLine.Minimum(
                        last + lines.size() + 1, period, minimum, new HoursToDate(worth, made)));
            }
        }
        return lines;
    }

    /** Those whose minimum is not billed, and those that have more work now. */
    private TreeMap<LocalDate, BillingPeriod> periods(Map<HourlyUse.Key, Long> more, LocalDate billing) {
        TreeMap<LocalDate, BillingPeriod> periods = new TreeMap<>();
        Optional<BillingPeriod> open = Optional.ofNullable(use.minimumFrom()).flatMap(terms::hourlyPeriod);
        while (open.filter(period -> !period.end().isAfter(billing)).isPresent()) {
            periods.put(open.get().start(), open.get());
            open = terms.hourlyPeriod(open.get().end());
        }
        more.keySet().stream()
                .filter(of -> of.kind() == Kind.WORTH)
                .flatMap(of -> terms.hourlyPeriod(of.start()).stream())
                .filter(period -> !period.end().isAfter(billing))
                .forEach(period -> periods.put(period.start(), period));
        return periods;
    }
}
