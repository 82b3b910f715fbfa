package feewright.engagement;

import feewright.engagement.HourlyUse.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many included minutes a package period has left. A period has what it grants and what the one before left, up to the
 * limit; so late work can take only what no later period has used. Costs one step for each period of the term up to the last
 * that was used, and looks at no time.
 */
public record IncludedMinutes(Included included, PackageTerms packaged, Term term) {

    /** The minutes that work of {@code period} may still use. */
    public long left(BillingPeriod period, HourlyUse use) {
        if (included.rolloverMinutes() == 0) {
            return Math.max(0, granted(period) - use.of(Kind.INCLUDED, period.start()));
        }
        List<BillingPeriod> chain = chain(period, use);
        List<Long> unused = new ArrayList<>();
        long carried = 0;
        for (BillingPeriod each : chain) {
            long rest = Math.max(0, carried + granted(each) - use.of(Kind.INCLUDED, each.start()));
            unused.add(rest);
            carried = Math.min(included.rolloverMinutes(), rest);
        }
        long left = unused.getLast();
        for (int place = chain.size() - 2; !chain.get(place + 1).equals(period); place--) {
            long rest = unused.get(place);
            left = Math.min(rest, Math.max(0, rest - included.rolloverMinutes()) + left);
        }
        return left;
    }

    /** From the first period to {@code period}, or to the last that used minutes where that is later. */
    private List<BillingPeriod> chain(BillingPeriod period, HourlyUse use) {
        LocalDate last = use.amounts().keySet().stream()
                .filter(of -> of.kind() == Kind.INCLUDED && of.start().isAfter(period.start()))
                .map(HourlyUse.Of::start)
                .max(LocalDate::compareTo)
                .orElse(period.start());
        PackageCalendar calendar = packaged.calendar(term);
        List<BillingPeriod> chain = new ArrayList<>();
        Optional<BillingPeriod> next = calendar.first();
        while (next.isPresent() && !next.get().start().isAfter(last)) {
            chain.add(next.get());
            next = calendar.after(next.get());
        }
        return chain;
    }

    private long granted(BillingPeriod period) {
        return included.granted(period, packaged.proration());
    }
}
