package feewright.invoice;

import feewright.engagement.Adjustments;
import feewright.engagement.BillingCursor;
import feewright.engagement.BillingPeriod;
import feewright.engagement.HourlyUse;
import feewright.engagement.Terms;
import feewright.time.ApprovedTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that an invoice asks for hours: the lines of due time, and after them those of what adjusts their price, each one followed
 * by what it is made from. {@code use} is what is used of the adjustments once this is issued; {@code beyondCap} what the time
 * comes to beyond a cap at which work stops, null where it keeps within it.
 */
record HourlyBill(
        List<ProposedLine> lines,
        List<ApprovedTime> unpriced,
        HourlyUse use,
        @Nullable Money beyondCap) {

    HourlyBill {
        lines = List.copyOf(lines);
        unpriced = List.copyOf(unpriced);
    }

    boolean isEmpty() {
        return lines.isEmpty() && unpriced.isEmpty();
    }

    /**
     * Due time, and the day whose dues are billed: with the minimum of every period that is over by then (null: no day's, as the periods
     * go on). Lines are numbered after {@code linesBefore}. {@code takesBack}: what was made up too much earlier comes off.
     */
    record Due(List<ApprovedTime> time, @Nullable LocalDate billing, int linesBefore, boolean takesBack) {

        Due {
            time = List.copyOf(time);
        }

        /** The same, with what was made up too much left for later. */
        Due takingNothingBack() {
            return new Due(time, billing, linesBefore, false);
        }
    }

    /** Of time whose periods may go on: without minimum. */
    static HourlyBill soFar(BillingPosition position, List<ApprovedTime> time) {
        return of(position, new Due(time, null, 0, false));
    }

    /** What hours are made from: what was used before, the day whose dues are billed (null: no day's), and the lines before theirs. */
    record Basis(Terms terms, HourlyUse use, @Nullable LocalDate billing, int linesBefore) {

        boolean isOver(BillingPeriod period) {
            return billing != null && !period.end().isAfter(billing);
        }
    }

    static HourlyBill of(BillingPosition position, Due due) {
        LocalDate billing = due.billing();
        int before = due.linesBefore();
        Terms terms = position.engagement().inEffect();
        HourlyUse use = position.cursor().use();
        HourlyLines time = HourlyLines.of(terms, due.time(), before);
        Optional<Adjustments> adjustments = terms.hourlyAdjustments();
        if (adjustments.isEmpty()) {
            return new HourlyBill(time.lines(), time.unpriced(), use, null);
        }
        List<ProposedLine> lines = new ArrayList<>(time.lines());
        new IncludedLines(terms, use).after(time, before).forEach(lines::add);
        if (billing != null) {
            new MinimumLines(terms, use, due.takesBack())
                    .after(lines, billing, before)
                    .forEach(lines::add);
        }
        CapLines capped = CapLines.after(lines, new Basis(terms, use, billing, before));
        lines.addAll(capped.lines());
        List<InvoiceLine> frozen = lines.stream().map(ProposedLine::frozen).toList();
        HourlyUse used = billing == null ? use : use.after(terms, HourlyUseCalculator.of(frozen, terms));
        return new HourlyBill(lines, time.unpriced(), used, capped.beyond());
    }

    /** The cursor once this is issued. */
    BillingCursor on(BillingCursor cursor) {
        return cursor.using(use);
    }
}
