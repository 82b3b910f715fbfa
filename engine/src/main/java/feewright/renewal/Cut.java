package feewright.renewal;

import feewright.engagement.BillingPeriod;
import feewright.engagement.Pause;
import feewright.engagement.Proration;
import feewright.engagement.Terms;
import feewright.invoice.BilledPeriod;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceLine;
import feewright.money.DayShare;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * The day on which a term is to end or to pause, against the package periods that were billed beyond it. Pure. By day, what is not
 * earned is the share of the days from there on, by the same cuts as the charge itself: earned and unearned add up to it. With the
 * whole fee for any part, nothing of a period that had begun is given back, and nothing for a pause.
 */
record Cut(Terms terms, LocalDate day, boolean ends, List<BilledPeriod> billed) {

    Cut {
        billed = List.copyOf(billed);
    }

    /** The end of what was billed beyond the day; empty where nothing was. */
    Optional<LocalDate> billedUntil() {
        return beyond().map(BilledPeriod::line).map(this::earnedUntil).max(LocalDate::compareTo);
    }

    /** The cut on another day. */
    Cut on(LocalDate other) {
        return new Cut(terms, other, ends, billed);
    }

    /** What of which line is not earned, above zero. */
    List<Unearned> unearned() {
        return beyond().map(
                        period -> new Unearned(period.invoice(), period.line().number(), unearned(period.line())))
                .filter(unearned -> unearned.amount().isPositive())
                .toList();
    }

    /** An amount of a line that is not earned. */
    record Unearned(InvoiceId invoice, int line, Money amount) {}

    /** The end of the days of a billed line that still count: an earlier ending or pause gave the rest back. */
    LocalDate earnedUntil(InvoiceLine.Packaged line) {
        BillingPeriod period = line.period();
        LocalDate ended = terms.term().end();
        LocalDate until = ended != null && ended.isBefore(period.end()) ? ended : period.end();
        if (line.proration() == Proration.FULL) {
            return until;
        }
        for (Pause pause : terms.term().pauses()) {
            if (!pause.firstDay().isBefore(period.start()) && pause.firstDay().isBefore(until)) {
                until = pause.firstDay();
            }
        }
        return until;
    }

    private Stream<BilledPeriod> beyond() {
        return billed.stream().filter(period -> earnedUntil(period.line()).isAfter(cut(period.line())));
    }

    private LocalDate cut(InvoiceLine.Packaged line) {
        return line.period().start().isAfter(day) ? line.period().start() : day;
    }

    private Money unearned(InvoiceLine.Packaged line) {
        if (line.proration() == Proration.FULL) {
            boolean whole = ends && !day.isAfter(line.period().start());
            return whole ? line.amount() : Money.zero(line.amount().getCurrencyUnit());
        }
        LocalDate start = line.period().wholeStart();
        LocalDate end = line.period().wholeEnd();
        return new DayShare(days(start, cut(line)), days(start, earnedUntil(line)), days(start, end)).of(line.fee());
    }

    private static int days(LocalDate start, LocalDate end) {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, end));
    }
}
