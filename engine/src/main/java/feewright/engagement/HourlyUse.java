package feewright.engagement;

import feewright.platform.Coded;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What invoices that stand have made of the adjustments of hourly terms: an amount for each period that was billed, no matter how
 * much time or how many invoices it holds. {@code minimumFrom} is the start of the first hourly period whose minimum is not
 * billed; null without a minimum, or when the term is over. {@code dueOn} is the day on which that minimum, or what was written
 * down too much to a cap, is due; null where neither is. Follows from the lines of the invoices, what credit notes released of
 * them, and the periods that runs skipped. Empty under terms without adjustments.
 */
public record HourlyUse(
        Map<Key, Long> amounts,
        @Nullable LocalDate minimumFrom,
        @Nullable LocalDate dueOn) {

    public static final HourlyUse NONE = new HourlyUse(Map.of(), null, null);

    /** What is counted, by the start of its period. */
    public enum Kind implements Coded {
        /** Included minutes that were used, by package period. */
        INCLUDED,
        /** Minor units: lines of time less what was included, by hourly period. */
        WORTH,
        /** Minor units: what makes up for the minimum, by hourly period. */
        MINIMUM,
        /** Minor units: what was written down to the cap, by hourly period, or from the start of the term. */
        CAP,
        /** 1 for a package period that was skipped, and so includes no minutes; by the day on which it was due. */
        SKIPPED,
        /** 1 for a package period whose fee was credited whole, and so includes no minutes. */
        CREDITED;
    }

    /** One thing that is counted. */
    public record Key(Kind kind, LocalDate start) {}

    public HourlyUse {
        amounts = Map.copyOf(amounts);
    }

    static HourlyUse atStart(Terms terms) {
        return rebuilt(terms, Map.of());
    }

    /** What follows from these amounts and nothing else. What was made up for days after an early end counts for nothing. */
    public static HourlyUse rebuilt(Terms terms, Map<Key, Long> amounts) {
        HourlyUse use = NONE.plus(amounts);
        return use.plus(new EarnedMinimum(terms, use).takenOff())
                .from(terms, terms.term().start());
    }

    /** The same of amounts as lines give them: worth by any day of its hourly period. */
    public static HourlyUse rebuiltByDay(Terms terms, Map<Key, Long> used) {
        Map<Key, Long> sums = new TreeMap<>(HourlyUse::compare);
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
                sums.merge(new Key(of.kind(), start), amount, Long::sum);
            }
        });
        return rebuilt(terms, sums);
    }

    public long of(Kind kind, LocalDate start) {
        return amounts.getOrDefault(new Key(kind, start), 0L);
    }

    /** Over all periods. */
    public long sum(Kind kind) {
        return amounts.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** With more used. */
    public HourlyUse plus(Map<Key, Long> more) {
        Map<Key, Long> sums = new TreeMap<>(HourlyUse::compare);
        sums.putAll(amounts);
        more.forEach((of, amount) -> sums.merge(of, amount, Long::sum));
        sums.values().removeIf(amount -> amount == 0);
        return new HourlyUse(sums, minimumFrom, dueOn);
    }

    /** With more used by an invoice, which has the minimum of every period that was over. */
    public HourlyUse after(Terms terms, Map<Key, Long> more) {
        return plus(more).from(terms, minimumFrom);
    }

    /** Without what a voided invoice had used: the minimum of its periods is looked at once more. */
    public HourlyUse releasing(Terms terms, Map<Key, Long> released) {
        Map<Key, Long> taken = new TreeMap<>(HourlyUse::compare);
        released.forEach((of, amount) -> taken.put(of, -amount));
        Optional<LocalDate> earliest = released.keySet().stream()
                .filter(of -> of.kind() == Kind.WORTH || of.kind() == Kind.MINIMUM)
                .map(Key::start)
                .min(LocalDate::compareTo)
                .filter(start -> minimumFrom == null || start.isBefore(minimumFrom));
        return plus(taken).from(terms, earliest.orElse(minimumFrom));
    }

    /** With a package period that includes no minutes: kept once, however often it is said. */
    public HourlyUse without(Kind why, LocalDate period) {
        return plus(Map.of(new Key(why, period), 1 - of(why, period)));
    }

    /** Where the worth of a cap stands: in a period from {@code start} on, or in the engagement. In minor units. */
    public CapStanding under(Cap cap, LocalDate start) {
        return cap.span() == Cap.Span.PERIOD
                ? new CapStanding(cap, of(Kind.WORTH, start), 0, of(Kind.CAP, start))
                : new CapStanding(cap, sum(Kind.WORTH), sum(Kind.MINIMUM), of(Kind.CAP, start));
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
                Stream.concat(period.stream(), writtenDownTooMuch(terms))
                        .map(BillingPeriod::end)
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }

    /** Periods of which work beyond the cap is gone; of the engagement, its first. */
    private Stream<BillingPeriod> writtenDownTooMuch(Terms terms) {
        return terms.hourlyAdjustments().map(Adjustments::cap).stream()
                .flatMap(cap -> amounts.keySet().stream()
                        .filter(of ->
                                of.kind() == Kind.CAP && under(cap, of.start()).tooMuch() > 0))
                .flatMap(of -> terms.hourlyPeriod(of.start()).stream());
    }

    private static int compare(Key one, Key other) {
        int kinds = one.kind().compareTo(other.kind());
        return kinds != 0 ? kinds : one.start().compareTo(other.start());
    }
}
