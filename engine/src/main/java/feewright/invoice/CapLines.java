package feewright.invoice;

import feewright.engagement.BillingPeriod;
import feewright.engagement.Cap;
import feewright.engagement.HourlyUse;
import feewright.engagement.HourlyUse.Kind;
import feewright.engagement.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes hours down to the cap, or tells by how much they pass a cap at which work stops (null: they do not). */
record CapLines(List<ProposedLine> lines, @Nullable Money beyond) {

    /** What a cap is compared with: a period, or (null) the engagement; and how much of it was there before this invoice. */
    private record Measured(@Nullable BillingPeriod period, LocalDate start, long earlier, long worth) {

        long excess(Cap cap) {
            return over(worth, cap);
        }

        /** What this invoice is beyond the cap by, whatever was let pass before. */
        long more(Cap cap) {
            return over(worth, cap) - over(earlier, cap);
        }

        private static long over(long amount, Cap cap) {
            return Math.max(0, amount - cap.limit().getAmountMinorLong());
        }
    }

    static CapLines after(List<ProposedLine> before, Terms terms, HourlyUse use, int linesBefore) {
        Cap cap = terms.hourlyAdjustments().orElseThrow().cap();
        if (cap == null) {
            return new CapLines(List.of(), null);
        }
        List<ProposedLine> lines = new ArrayList<>();
        int last = linesBefore + before.size();
        long beyond = 0;
        for (Measured measured : measured(before, cap, terms, use)) {
            long written = use.of(Kind.CAP, measured.start());
            if (cap.beyond() == Cap.Beyond.STOP) {
                beyond += Math.max(0, measured.more(cap));
            } else if (measured.excess(cap) != written) {
                Reached reached = new Reached(money(terms, measured.worth()), money(terms, written));
                lines.add(new ProposedLine.Capped(last + lines.size() + 1, measured.period(), cap, reached));
            }
        }
        return new CapLines(lines, beyond == 0 ? null : money(terms, beyond));
    }

    private static List<Measured> measured(List<ProposedLine> before, Cap cap, Terms terms, HourlyUse use) {
        Map<HourlyUse.Of, Long> more =
                UsedBy.of(before.stream().map(ProposedLine::frozen).toList(), terms);
        HourlyUse with = use.plus(more);
        if (more.isEmpty()) {
            return List.of();
        }
        if (cap.span() == Cap.Span.ENGAGEMENT) {
            return List.of(new Measured(null, terms.term().start(), asked(use), asked(with)));
        }
        TreeSet<LocalDate> starts = new TreeSet<>();
        more.keySet().stream().filter(of -> of.kind() == Kind.WORTH).forEach(of -> starts.add(of.start()));
        return starts.stream()
                .flatMap(start -> terms.hourlyPeriod(start).stream())
                .map(period -> new Measured(
                        period,
                        period.start(),
                        use.of(Kind.WORTH, period.start()),
                        with.of(Kind.WORTH, period.start())))
                .toList();
    }

    private static long asked(HourlyUse use) {
        return use.sum(Kind.WORTH) + use.sum(Kind.MINIMUM);
    }

    private static Money money(Terms terms, long minor) {
        return Money.ofMinor(terms.currency(), minor);
    }
}
