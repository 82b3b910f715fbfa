package feewright.invoice;

import feewright.time.TimeEntryId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client owes for hours, counted from requirement E13 and from nothing of the engine: minute by minute and month by month. A
 * minute is worth a dollar; a month is an hourly period and a package period at once.
 */
final class HourlyCount {

    /** What was agreed, in dollars and minutes; 0 where nothing was. */
    record Agreed(int included, int rollover, int cap, boolean ofEngagement, int minimum) {}

    /** A time entry on an invoice. */
    record Worked(TimeEntryId id, LocalDate day, int minutes) {}

    private static final Comparator<Worked> BY_DAY = Comparator.comparing(Worked::day)
            .thenComparing(worked -> worked.id().value());

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private final Agreed agreed;
    private final Map<TimeEntryId, Worked> billed = new HashMap<>();
    private final Map<TimeEntryId, Integer> free = new HashMap<>();
    private final Set<LocalDate> paused = new HashSet<>();
    private final Set<LocalDate> barren = new HashSet<>();
    private @Nullable LocalDate end;

    HourlyCount(Agreed agreed) {
        this.agreed = agreed;
    }

    /** Work is billed on one invoice: each minute is free if nobody who was billed before loses one by that. */
    void billed(List<Worked> entries) {
        for (Worked entry : entries.stream().sorted(BY_DAY).toList()) {
            billed.put(entry.id(), entry);
            free.put(entry.id(), 0);
            int lacking = lacking();
            while (agreed.included() > 0 && free.get(entry.id()) < entry.minutes()) {
                free.merge(entry.id(), 1, Integer::sum);
                if (lacking() > lacking) {
                    free.merge(entry.id(), -1, Integer::sum);
                    break;
                }
            }
        }
    }

    /** It counts as never billed: an invoice was voided, or the time was released. */
    void givenBack(List<TimeEntryId> entries) {
        entries.forEach(entry -> {
            billed.remove(entry);
            free.remove(entry);
        });
    }

    void pausedFrom(LocalDate first) {
        first.datesUntil(FIRST.plusYears(1)).forEach(paused::add);
    }

    void resumedOn(LocalDate day) {
        paused.removeIf(date -> !date.isBefore(day));
    }

    /** The part of a month that starts on this day includes nothing: it was skipped, or its fee was credited whole. */
    void grantsNothing(LocalDate start) {
        barren.add(start);
    }

    void endedOn(LocalDate day) {
        end = day;
    }

    /** In dollars, once everything is billed. */
    int owed() {
        Map<YearMonth, Integer> worth = new HashMap<>();
        billed.values()
                .forEach(entry ->
                        worth.merge(YearMonth.from(entry.day()), entry.minutes() - free.get(entry.id()), Integer::sum));
        int sum = 0;
        for (YearMonth month : months()) {
            int work = worth.getOrDefault(month, 0);
            int capped = agreed.cap() > 0 && !agreed.ofEngagement() ? Math.min(work, agreed.cap()) : work;
            sum += Math.max(capped, share(agreed.minimum(), month.atDay(1), lastOf(month)));
        }
        return agreed.cap() > 0 && agreed.ofEngagement() ? Math.min(sum, agreed.cap()) : sum;
    }

    /** By how many minutes more is free than there is: it never grows, but for a cut of what was used before. */
    private int lacking() {
        Map<YearMonth, Integer> used = new TreeMap<>();
        billed.values().forEach(entry -> used.merge(YearMonth.from(entry.day()), free.get(entry.id()), Integer::sum));
        int carried = 0;
        int lacking = 0;
        for (YearMonth month : months()) {
            int rest = carried + granted(month) - used.getOrDefault(month, 0);
            lacking += Math.max(0, -rest);
            carried = Math.min(agreed.rollover(), Math.max(0, rest));
        }
        return lacking;
    }

    /** Of all parts that pauses and the end leave of a month. */
    private int granted(YearMonth month) {
        int sum = 0;
        LocalDate at = month.atDay(1);
        while (at.isBefore(lastOf(month))) {
            LocalDate start = at;
            while (at.isBefore(lastOf(month)) && !paused.contains(at)) {
                at = at.plusDays(1);
            }
            if (at.isAfter(start) && !barren.contains(start)) {
                sum += share(agreed.included(), start, at);
            }
            at = at.isAfter(start) ? at : at.plusDays(1);
        }
        return sum;
    }

    /** The day after the last one of a month within the term. */
    private LocalDate lastOf(YearMonth month) {
        LocalDate next = month.plusMonths(1).atDay(1);
        return end != null && end.isBefore(next) ? end : next;
    }

    private List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        YearMonth month = YearMonth.from(FIRST);
        while (months.size() < 12 && (end == null || month.atDay(1).isBefore(end))) {
            months.add(month);
            month = month.plusMonths(1);
        }
        return months;
    }

    /** Of a whole for days within one month, rounded half up at both ends. */
    private static int share(int whole, LocalDate from, LocalDate until) {
        int days = from.lengthOfMonth();
        int to = from.getDayOfMonth() - 1 + (int) from.datesUntil(until).count();
        return half(whole * to, days) - half(whole * (from.getDayOfMonth() - 1), days);
    }

    private static int half(int amount, int days) {
        return (2 * amount + days) / (2 * days);
    }
}
