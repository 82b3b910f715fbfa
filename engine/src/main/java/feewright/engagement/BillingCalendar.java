package feewright.engagement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The billing periods of a term. They tile it: no gap, no overlap, none outside (requirements C1, C2). Every answer is
 * arithmetic from the anchor, at a cost that does not grow with the distance. A one-time cadence has one period: the term, or
 * its first day where no end was agreed. Pauses change nothing here: see {@link PackageCalendar}.
 */
public record BillingCalendar(Cadence cadence, Anchor anchor, Term term) {

    /** The period that holds {@code date}; empty outside the term. */
    public Optional<BillingPeriod> periodOf(LocalDate date) {
        if (!term.contains(date)) {
            return Optional.empty();
        }
        if (cadence == Cadence.ONE_TIME) {
            return Optional.of(oneTime()).filter(period -> period.contains(date));
        }
        LocalDate origin = origin();
        long step = cadence.stepsAbout(origin, date);
        if (cadence.boundary(origin, step).isAfter(date)) {
            step--;
        }
        return Optional.of(clipped(cadence.boundary(origin, step), cadence.boundary(origin, step + 1)));
    }

    /** The first period of the term. */
    public BillingPeriod first() {
        return periodOf(term.start()).orElseThrow();
    }

    /** The period after {@code period}; empty after the last. */
    public Optional<BillingPeriod> after(BillingPeriod period) {
        return periodOf(period.end());
    }

    private LocalDate origin() {
        return anchor == Anchor.ANNIVERSARY ? term.start() : cadence.calendarUnit(term.start());
    }

    private BillingPeriod clipped(LocalDate wholeStart, LocalDate wholeEnd) {
        LocalDate start = wholeStart.isBefore(term.start()) ? term.start() : wholeStart;
        return new BillingPeriod(start, term.clip(wholeEnd), wholeStart, wholeEnd);
    }

    private BillingPeriod oneTime() {
        LocalDate agreed = term.agreedEnd();
        LocalDate end = agreed == null ? term.start().plusDays(1) : agreed;
        return new BillingPeriod(term.start(), term.clip(end), term.start(), end);
    }
}
