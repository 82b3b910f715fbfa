package feewright.invoice;

import feewright.engagement.Adjustments;
import feewright.engagement.BillingPeriod;
import feewright.engagement.HourlyUse;
import feewright.engagement.HourlyUse.Kind;
import feewright.engagement.Terms;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What lines use of the adjustments of their terms: the same when they are proposed, when issued, and when their invoice is voided. */
public final class UsedBy {

    private final Map<HourlyUse.Of, Long> used = new HashMap<>();
    private final Map<Integer, LocalDate> periods = new HashMap<>();
    private final Terms terms;
    private final boolean counted;

    private UsedBy(Terms terms, Adjustments adjustments) {
        this.terms = terms;
        this.counted = adjustments.cap() != null || adjustments.minimum() != null;
    }

    /** Minutes, and minor units; nothing under terms without adjustments. */
    public static Map<HourlyUse.Of, Long> of(List<InvoiceLine> lines, Terms terms) {
        return terms.hourlyAdjustments()
                .map(adjustments -> {
                    UsedBy made = new UsedBy(terms, adjustments);
                    lines.forEach(made::add);
                    return Map.copyOf(made.used);
                })
                .orElse(Map.of());
    }

    private void add(InvoiceLine line) {
        switch (line) {
            case InvoiceLine.Hourly hourly -> {
                LocalDate period =
                        HourlyLines.hourlyStart(terms, hourly.items().getFirst().workedOn());
                periods.put(hourly.number(), period);
                worth(period, line);
            }
            case InvoiceLine.Included included -> {
                count(Kind.INCLUDED, included.period().start(), included.minutes());
                worth(periods.getOrDefault(included.of().line(), terms.term().start()), line);
            }
            case InvoiceLine.Minimum minimum ->
                count(Kind.MINIMUM, minimum.period().start(), minor(line));
            case InvoiceLine.Cap cap -> {
                BillingPeriod period = cap.period();
                count(Kind.CAP, period == null ? terms.term().start() : period.start(), -minor(line));
            }
            case InvoiceLine.Packaged _, InvoiceLine.Manual _ -> {}
        }
    }

    private void worth(LocalDate period, InvoiceLine line) {
        if (counted) {
            count(Kind.WORTH, period, minor(line));
        }
    }

    private void count(Kind kind, LocalDate start, long amount) {
        used.merge(new HourlyUse.Of(kind, start), amount, Long::sum);
    }

    private static long minor(InvoiceLine line) {
        return line.amount().getAmountMinorLong();
    }
}
