package feewright.invoice;

import feewright.engagement.BillingPeriod;
import feewright.engagement.Cap;
import feewright.engagement.CapStanding;
import feewright.engagement.HourlyUse;
import feewright.engagement.HourlyUse.Kind;
import feewright.engagement.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Writes hours down to the cap, and asks for what was written down once the work that it made room for is gone; or tells by how much
 * work passes a cap at which it stops (null: it does not).
 */
record CapLines(List<ProposedLine> lines, @Nullable Money beyond) {

    static CapLines after(List<ProposedLine> before, HourlyBill.Basis from) {
        Terms terms = from.terms();
        Cap cap = terms.hourlyAdjustments().orElseThrow().cap();
        if (cap == null) {
            return new CapLines(List.of(), null);
        }
        HourlyUse use = from.use();
        HourlyUse with = use.plus(
                HourlyUseCalculator.of(before.stream().map(ProposedLine::frozen).toList(), terms));
        List<ProposedLine> lines = new ArrayList<>();
        int last = from.linesBefore() + before.size();
        long beyond = 0;
        for (Measured measured : measured(cap, from, with)) {
            CapStanding standing = with.under(cap, measured.start());
            if (cap.beyond() == Cap.Beyond.STOP) {
                beyond += Math.max(
                        0,
                        standing.workBeyond() - use.under(cap, measured.start()).workBeyond());
            }
            if (standing.tooMuch() > 0 || (standing.tooMuch() < 0 && measured.changed())) {
                HoursToDate reached =
                        new HoursToDate(money(terms, standing.counted()), money(terms, standing.written()));
                lines.add(new ProposedLine.Capped(last + lines.size() + 1, measured.period(), cap, reached));
            }
        }
        return new CapLines(lines, beyond == 0 ? null : money(terms, beyond));
    }

    /** A period, or (null) the engagement; and whether this invoice changes what is compared with its cap. */
    private record Measured(@Nullable BillingPeriod period, LocalDate start, boolean changed) {}

    /** What has more by this invoice, and what was written down and is over by then. */
    private static List<Measured> measured(Cap cap, HourlyBill.Basis from, HourlyUse with) {
        Terms terms = from.terms();
        boolean changed = !with.amounts().equals(from.use().amounts());
        if (cap.span() == Cap.Span.ENGAGEMENT) {
            return changed || from.billing() != null
                    ? List.of(new Measured(null, terms.term().start(), changed))
                    : List.of();
        }
        TreeMap<LocalDate, Measured> starts = new TreeMap<>();
        Set<HourlyUse.Key> all = new HashSet<>(with.amounts().keySet());
        all.addAll(from.use().amounts().keySet());
        all.stream()
                .filter(of -> of.kind() == Kind.WORTH || of.kind() == Kind.CAP)
                .flatMap(of -> terms.hourlyPeriod(of.start()).stream())
                .forEach(period -> {
                    LocalDate start = period.start();
                    boolean more = with.of(Kind.WORTH, start) != from.use().of(Kind.WORTH, start);
                    if (more || from.isOver(period)) {
                        starts.put(start, new Measured(period, start, more));
                    }
                });
        return List.copyOf(starts.values());
    }

    private static Money money(Terms terms, long minor) {
        return Money.ofMinor(terms.currency(), minor);
    }
}
