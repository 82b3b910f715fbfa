package feewright.engagement;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What invoices that stand have made of the adjustments of hourly terms: an amount for each period that was billed, no matter how
 * much time or how many invoices it holds. {@code minimumFrom} is the start of the first hourly period whose minimum is not
 * billed, and {@code minimumDueOn} the day on which it is due; null without a minimum, or when the term is over. Follows from the
 * lines of the invoices. Empty under terms without adjustments.
 */
public record HourlyUse(
        Map<Of, Long> amounts,
        @Nullable LocalDate minimumFrom,
        @Nullable LocalDate minimumDueOn) {

    public static final HourlyUse NONE = new HourlyUse(Map.of(), null, null);

    /** What is counted, by the start of its period. */
    public enum Kind {
        /** Included minutes that were used, by package period. */
        INCLUDED,
        /** Minor units: lines of time less what was included, by hourly period. */
        WORTH,
        /** Minor units: what makes up for the minimum, by hourly period. */
        MINIMUM,
        /** Minor units: what was written down to the cap, by hourly period, or from the start of the term. */
        CAP;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One thing that is counted. */
    public record Of(Kind kind, LocalDate start) {}

    public HourlyUse {
        amounts = Map.copyOf(amounts);
    }

    static HourlyUse atStart(Terms terms) {
        return rebuilt(terms, Map.of());
    }

    /** What follows from these amounts and nothing else. What was made up for days after an early end counts for nothing. */
    public static HourlyUse rebuilt(Terms terms, Map<Of, Long> amounts) {
        HourlyUse use = NONE.plus(amounts);
        return use.plus(new EarnedMinimum(terms, use).takenOff())
                .from(terms, terms.term().start());
    }

    /** The same of amounts as lines give them: worth by any day of its hourly period. */
    public static HourlyUse rebuiltByDay(Terms terms, Map<Of, Long> used) {
        Map<Of, Long> sums = new TreeMap<>(HourlyUse::compare);
        boolean measured = terms.hourlyAdjustments()
                .filter(adjustments -> adjustments.cap() != null || adjustments.minimum() != null)
                .isPresent();
        used.forEach((of, amount) -> {
            if (of.kind() != Kind.WORTH) {
                sums.merge(of, amount, Long::sum);
            } else if (measured) {
                LocalDate start = terms.hourlyPeriod(of.start())
                        .map(BillingPeriod::start)
                        .orElse(terms.term().start());
                sums.merge(new Of(of.kind(), start), amount, Long::sum);
            }
        });
        return rebuilt(terms, sums);
    }

    public long of(Kind kind, LocalDate start) {
        return amounts.getOrDefault(new Of(kind, start), 0L);
    }

    /** Over all periods. */
    public long sum(Kind kind) {
        return amounts.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** With more used. */
    public HourlyUse plus(Map<Of, Long> more) {
        Map<Of, Long> sums = new TreeMap<>(HourlyUse::compare);
        sums.putAll(amounts);
        more.forEach((of, amount) -> sums.merge(of, amount, Long::sum));
        sums.values().removeIf(amount -> amount == 0);
        return new HourlyUse(sums, minimumFrom, minimumDueOn);
    }

    /** With more used by an invoice, which has the minimum of every period that was over. */
    public HourlyUse after(Terms terms, Map<Of, Long> more) {
        return plus(more).from(terms, minimumFrom);
    }

    /** Without what a voided invoice had used: the minimum of its periods is looked at once more. */
    public HourlyUse releasing(Terms terms, Map<Of, Long> released) {
        Map<Of, Long> taken = new TreeMap<>(HourlyUse::compare);
        released.forEach((of, amount) -> taken.put(of, -amount));
        Optional<LocalDate> earliest = released.keySet().stream()
                .filter(of -> of.kind() == Kind.WORTH || of.kind() == Kind.MINIMUM)
                .map(Of::start)
                .min(LocalDate::compareTo)
                .filter(start -> minimumFrom == null || start.isBefore(minimumFrom));
        return plus(taken).from(terms, earliest.orElse(minimumFrom));
    }

    /** What is still missing to the minimum of a period, in minor units: below zero where too much was made up. */
    public long missing(MinimumFee minimum, BillingPeriod period) {
        long fee = minimum.of(period).getAmountMinorLong();
        return Math.max(0, fee - of(Kind.WORTH, period.start())) - of(Kind.MINIMUM, period.start());
    }

    /** The minimum goes on at the first period from {@code start} on that lacks something. */
    private HourlyUse from(Terms terms, @Nullable LocalDate start) {
        @Nullable
        MinimumFee minimum = terms.hourlyAdjustments().map(Adjustments::minimum).orElse(null);
        Optional<BillingPeriod> period =
                minimum == null || start == null ? Optional.empty() : terms.hourlyPeriod(start);
        while (minimum != null && period.isPresent() && missing(minimum, period.get()) == 0) {
            period = terms.hourlyPeriod(period.get().end());
        }
        return new HourlyUse(
                amounts,
                period.map(BillingPeriod::start).orElse(null),
                period.map(BillingPeriod::end).orElse(null));
    }

    private static int compare(Of one, Of other) {
        int kinds = one.kind().compareTo(other.kind());
        return kinds != 0 ? kinds : one.start().compareTo(other.start());
    }
}
