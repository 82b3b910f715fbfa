package feewright.amendment;

import feewright.engagement.OpenPeriods;
import feewright.engagement.Proration;
import feewright.engagement.Terms;
import feewright.invoice.BilledPeriod;
import feewright.invoice.InvoiceLine;
import feewright.money.DayShare;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * The day on which a term is to end or to pause, against everything that was ever billed of its package and of its minimums. Pure. By
 * day, what is not earned is the share of the days that stand from there on, by the same cuts as the charge itself: earned and unearned
 * add up to it. With the whole fee for any part, nothing of a period that had begun is given back, and nothing for a pause.
 */
record TermCut(LocalDate day, boolean ends, List<BilledPeriod> billed, UnearnedMinimums minimums) {

    TermCut {
        billed = List.copyOf(billed);
    }

    /** The end of what was billed beyond the day and stands; empty where nothing was. */
    Optional<LocalDate> billedUntil() {
        Stream<LocalDate> hours = ends ? minimums.billedUntil(day).stream() : Stream.empty();
        return Stream.concat(beyond().map(TermCut::until), hours).max(LocalDate::compareTo);
    }

    /** The cut on another day. */
    TermCut on(LocalDate other) {
        return new TermCut(other, ends, billed, minimums);
    }

    /** What of which lines is not earned. */
    List<Unearned> unearned() {
        Stream<Unearned> fees = beyond().map(period -> new Unearned(
                        unearned(period),
                        List.of(new Unearned.OfLine(
                                period.invoice(), period.line().number()))))
                .filter(unearned -> unearned.amount().isPositive());
        return Stream.concat(fees, ends ? minimums.on(day).stream() : Stream.empty())
                .toList();
    }

    /** The starts of the periods whose days from the day on do not stand any more. */
    List<LocalDate> givenBack() {
        return beyond().filter(this::isCut)
                .map(period -> period.line().period().start())
                .toList();
    }

    /** What is open under the terms that follow. */
    OpenPeriods open(Terms following) {
        return OpenPeriods.of(
                following,
                billed.stream()
                        .map(period -> isCut(period) ? period.cutOn(day) : period)
                        .map(BilledPeriod::days)
                        .toList());
    }

    /** A whole fee is for all days of its period, paused ones too. */
    private boolean isCut(BilledPeriod period) {
        return ends || period.line().proration() == Proration.BY_DAY;
    }

    private Stream<BilledPeriod> beyond() {
        return billed.stream()
                .filter(period -> period.until() != null && until(period).isAfter(day));
    }

    private Money unearned(BilledPeriod period) {
        InvoiceLine.Packaged line = period.line();
        LocalDate start = line.period().start();
        if (line.proration() == Proration.FULL) {
            boolean whole = ends && !day.isAfter(start);
            return whole ? line.amount() : Money.zero(line.amount().getCurrencyUnit());
        }
        LocalDate wholeStart = line.period().wholeStart();
        LocalDate cut = start.isAfter(day) ? start : day;
        return new DayShare(
                        days(wholeStart, cut),
                        days(wholeStart, until(period)),
                        days(wholeStart, line.period().wholeEnd()))
                .of(line.fee());
    }

    private static LocalDate until(BilledPeriod period) {
        return Objects.requireNonNull(period.until());
    }

    private static int days(LocalDate start, LocalDate end) {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, end));
    }
}
