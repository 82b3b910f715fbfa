package feewright.engagement;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a package: those of its calendar without the paused days. Prorated by day, a pause cuts the period that it touches
 * into parts of the same whole, so that what is billed and what is paused tile the term, and their shares add up to the fee. With
 * the whole fee for any part, a period is left out only where every day of it is paused.
 */
public record PackageCalendar(BillingCalendar whole, Proration proration) {

    /** The period that holds {@code date}; empty outside the term, and where nothing is earned on that day. */
    public Optional<BillingPeriod> periodOf(LocalDate date) {
        Optional<BillingPeriod> period = whole.periodOf(date);
        return proration == Proration.BY_DAY
                ? period.filter(_ -> !term().isPausedOn(date)).map(found -> between(found, date))
                : period.filter(found -> !isPaused(found));
    }

    /** The first period of the term; empty where it is paused throughout. */
    public Optional<BillingPeriod> first() {
        return startingFrom(term().start());
    }

    /** The period after {@code period}; empty after the last. */
    public Optional<BillingPeriod> after(BillingPeriod period) {
        return startingFrom(period.end());
    }

    /** The first period that starts on {@code day} or later; empty if there is none. */
    public Optional<BillingPeriod> startingFrom(LocalDate day) {
        @Nullable LocalDate at = earned(day.isBefore(term().start()) ? term().start() : day);
        while (at != null) {
            Optional<BillingPeriod> found = periodOf(at);
            if (found.isEmpty() || !found.get().start().isBefore(day)) {
                return found;
            }
            at = earned(found.get().end());
        }
        return Optional.empty();
    }

    private Term term() {
        return whole.term();
    }

    private BillingPeriod between(BillingPeriod period, LocalDate date) {
        LocalDate start = period.start();
        LocalDate end = period.end();
        for (Pause pause : term().pauses()) {
            LocalDate resumed = pause.resumedOn();
            if (resumed != null && !resumed.isAfter(date) && resumed.isAfter(start)) {
                start = resumed;
            }
            if (pause.firstDay().isAfter(date) && pause.firstDay().isBefore(end)) {
                end = pause.firstDay();
            }
        }
        return new BillingPeriod(start, end, period.wholeStart(), period.wholeEnd());
    }

    private boolean isPaused(BillingPeriod period) {
        LocalDate first = earned(period.start());
        return first == null || !first.isBefore(period.end());
    }

    /** The first day from {@code day} on that is not paused; null where a pause goes on. */
    private @Nullable LocalDate earned(LocalDate day) {
        LocalDate at = day;
        for (Pause pause : term().pauses()) {
            if (pause.contains(at)) {
                if (pause.resumedOn() == null) {
                    return null;
                }
                at = pause.resumedOn();
            }
        }
        return at;
    }
}
