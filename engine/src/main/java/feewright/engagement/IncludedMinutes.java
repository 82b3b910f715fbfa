package feewright.engagement;

import feewright.engagement.HourlyUse.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many included minutes a package period has left. A period has what it grants and what the one before left, up to the
 * limit; so late work can take only what no later period has used. The parts into which pauses and an ending cut a period grant
 * their shares to all of them, once; a part that was skipped, or whose fee was credited whole, grants none (requirement E13).
 * Costs one step for each period of the term up to the last that was used, and looks at no time.
 */
public record IncludedMinutes(Included included, PackageTerms packaged, Term term) {

    /** The minutes that work of {@code period} may still use. */
    public long left(BillingPeriod period, HourlyUse use) {
        if (included.rolloverMinutes() == 0) {
            List<Whole> whole = chain(period.wholeStart(), period.wholeStart(), use);
            return Math.max(0, whole.getFirst().granted() - whole.getFirst().used());
        }
        List<Whole> chain = chain(term.start(), lastUsed(period.wholeStart(), use), use);
        List<Long> unused = new ArrayList<>();
        long carried = 0;
        for (Whole each : chain) {
            long rest = Math.max(0, carried + each.granted() - each.used());
            unused.add(rest);
            carried = Math.min(included.rolloverMinutes(), rest);
        }
        long left = unused.getLast();
        for (int place = chain.size() - 2; !chain.get(place + 1).start().equals(period.wholeStart()); place--) {
            long rest = unused.get(place);
            left = Math.min(rest, Math.max(0, rest - included.rolloverMinutes()) + left);
        }
        return left;
    }

    /** A period as the cadence gives it, with what its parts grant and what of it was used. */
    private record Whole(LocalDate start, long granted, long used) {}

    private static LocalDate lastUsed(LocalDate start, HourlyUse use) {
        return use.amounts().keySet().stream()
                .filter(of -> of.kind() == Kind.INCLUDED && of.start().isAfter(start))
                .map(HourlyUse.Key::start)
                .max(LocalDate::compareTo)
                .orElse(start);
    }

    /** The whole periods from the one of {@code first} to the last that starts by {@code last}, but for those without a part. */
    private List<Whole> chain(LocalDate first, LocalDate last, HourlyUse use) {
        PackageCalendar calendar = packaged.calendar(term);
        List<Whole> chain = new ArrayList<>();
        Optional<BillingPeriod> part = calendar.startingFrom(first);
        while (part.isPresent() && !part.get().wholeStart().isAfter(last)) {
            BillingPeriod one = part.get();
            long granted = 0;
            while (part.isPresent() && part.get().wholeStart().equals(one.wholeStart())) {
                granted += granted(part.get(), use);
                part = calendar.after(part.get());
            }
            chain.add(new Whole(one.wholeStart(), granted, used(one, use)));
        }
        return chain;
    }

    private long granted(BillingPeriod part, HourlyUse use) {
        boolean none = use.of(Kind.CREDITED, part.start()) > 0 || use.of(Kind.SKIPPED, packaged.dueOn(part)) > 0;
        return none ? 0 : included.granted(part, packaged.proration());
    }

    private static long used(BillingPeriod of, HourlyUse use) {
        return use.amounts().entrySet().stream()
                .filter(entry -> entry.getKey().kind() == Kind.INCLUDED
                        && !entry.getKey().start().isBefore(of.wholeStart())
                        && entry.getKey().start().isBefore(of.wholeEnd()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
