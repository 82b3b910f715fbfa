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

/**
 * What lines use of the adjustments of their terms: the same when they are proposed, when issued, when their invoice is voided, and
 * when a credit note releases parts of them.
 */
public final class HourlyUseCalculator {

    private final Map<HourlyUse.Key, Long> used = new HashMap<>();
    private final Map<Integer, LocalDate> periods = new HashMap<>();
    private final Terms terms;
    private final boolean counted;

    private HourlyUseCalculator(Terms terms, Adjustments adjustments) {
        this.terms = terms;
        this.counted = adjustments.cap() != null || adjustments.minimum() != null;
    }

    /** Minutes, and minor units; nothing under terms without adjustments. */
    public static Map<HourlyUse.Key, Long> of(List<InvoiceLine> lines, Terms terms) {
        return ofParts(lines.stream().map(LinePart::whole).toList(), lines, terms);
    }

    /** Of parts of these lines. */
    public static Map<HourlyUse.Key, Long> ofParts(List<LinePart> parts, List<InvoiceLine> lines, Terms terms) {
        return terms.hourlyAdjustments()
                .map(adjustments -> {
                    HourlyUseCalculator made = new HourlyUseCalculator(terms, adjustments);
                    lines.forEach(made::place);
                    parts.forEach(made::add);
                    return Map.copyOf(made.used);
                })
                .orElse(Map.of());
    }

    private void place(InvoiceLine line) {
        if (line instanceof InvoiceLine.Hourly hourly) {
            LocalDate day = hourly.items().getFirst().workedOn();
            periods.put(hourly.number(), HourlyLines.hourlyStart(terms, day));
        }
    }

    private void add(LinePart part) {
        long minor = part.amount().getAmountMinorLong();
        switch (part.line()) {
            case InvoiceLine.Hourly hourly -> worth(hourly.number(), minor);
            case InvoiceLine.Included included -> {
                count(Kind.INCLUDED, included.period().start(), part.minutes());
                worth(included.of().line(), minor);
            }
            case InvoiceLine.Minimum minimum ->
                count(Kind.MINIMUM, minimum.period().start(), minor);
            case InvoiceLine.Cap cap -> {
                BillingPeriod period = cap.period();
                count(Kind.CAP, period == null ? terms.term().start() : period.start(), -minor);
            }
            case InvoiceLine.Packaged _, InvoiceLine.Manual _ -> {}
        }
    }

    private void worth(int line, long minor) {
        if (counted) {
            count(Kind.WORTH, periods.getOrDefault(line, terms.term().start()), minor);
        }
    }

    private void count(Kind kind, LocalDate start, long amount) {
        used.merge(new HourlyUse.Key(kind, start), amount, Long::sum);
    }
}
