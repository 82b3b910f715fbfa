package feewright.contract;

import feewright.invoice.InvoiceId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A plain count of the days of a fee that are owed, day by day, with no class of the product in it: written from requirements C1 to C3,
 * R3 and E13. It knows on which days a fee falls, which of them were billed by which invoice, and what a day costs.
 */
final class DaysOwed {

    /** A fee as terms word it. Nothing of one that is not {@code pausing} changes in a pause. */
    record Fee(Money amount, String cadence, String timing, String anchor, String proration, boolean pausing) {

        boolean isFull() {
            return proration.equals("full");
        }
    }

    /** Days that are billed together, half-open, out of a whole period. */
    record Run(LocalDate start, LocalDate end, LocalDate wholeStart, LocalDate wholeEnd) {

        Stream<LocalDate> days() {
            return start.datesUntil(end);
        }
    }

    private final Fee fee;
    private final LocalDate start;
    private final @Nullable LocalDate agreed;
    private final TreeMap<LocalDate, InvoiceId> billed = new TreeMap<>();
    private final Set<LocalDate> givenBack = new HashSet<>();
    private final TreeMap<LocalDate, LocalDate> pauses = new TreeMap<>();
    private LocalDate end;

    DaysOwed(Fee fee, LocalDate start, @Nullable LocalDate agreed) {
        this.fee = fee;
        this.start = start;
        this.agreed = agreed;
        this.end = agreed == null ? LocalDate.MAX : agreed;
    }

    /** What is to be billed by a day and is not, in the order of the days. Of a minimum, nothing is no line. */
    List<Run> due(LocalDate by) {
        return owed(by).stream()
                .filter(run -> run.days().noneMatch(billed::containsKey))
                .filter(run -> fee.pausing() || cost(run).isPositive())
                .toList();
    }

    /** What is due by a day, billed or not. */
    private List<Run> owed(LocalDate by) {
        List<Run> owed = new ArrayList<>();
        for (Run whole : wholes(by)) {
            runs(whole).stream().filter(run -> !dueOn(run).isAfter(by)).forEach(owed::add);
        }
        return owed;
    }

    void billed(Run run, InvoiceId invoice) {
        run.days().forEach(day -> {
            if (billed.put(day, invoice) != null) {
                throw new AssertionError(day + " is billed twice");
            }
        });
    }

    /**
     * Whether runs leave it for now, when the dues of {@code latest} were billed last (null: none were). A minimum that a void gave back
     * waits for the next day on which hours are billed, as late time does.
     */
    boolean waits(Run run, @Nullable LocalDate latest, LocalDate today) {
        return !fee.pausing()
                && latest != null
                && !dueOn(run).isAfter(latest)
                && run.days().anyMatch(givenBack::contains)
                && wholes(today).stream()
                        .map(this::dueOn)
                        .filter(day -> day.isAfter(latest))
                        .findFirst()
                        .filter(day -> day.isAfter(today))
                        .isPresent();
    }

    void voided(InvoiceId invoice) {
        billed.forEach((day, by) -> {
            if (by.equals(invoice)) {
                givenBack.add(day);
            }
        });
        billed.values().removeIf(invoice::equals);
    }

    /** The end of what is billed beyond a day; the day where nothing is. */
    LocalDate billedBeyond(LocalDate day) {
        return billed.isEmpty() || billed.lastKey().isBefore(day)
                ? day
                : billed.lastKey().plusDays(1);
    }

    void ended(LocalDate day) {
        end = day;
        billed.tailMap(day).clear();
    }

    /** A whole fee stays, for nobody knows yet whether a day of its period counts after all. */
    void paused(LocalDate day) {
        if (fee.pausing()) {
            pauses.put(day, LocalDate.MAX);
            if (!fee.isFull()) {
                billed.tailMap(day).clear();
            }
        }
    }

    void resumed(LocalDate day) {
        if (fee.pausing()) {
            pauses.put(pauses.lastKey(), day);
        }
    }

    /** What the days come to that an invoice has billed and that count. */
    Money worth(InvoiceId invoice) {
        Money sum = Money.zero(CurrencyUnit.USD);
        List<LocalDate> days = billed.entrySet().stream()
                .filter(day -> day.getValue().equals(invoice))
                .map(Map.Entry::getKey)
                .toList();
        if (days.isEmpty()) {
            return sum;
        }
        for (Run whole : wholes(days.getLast())) {
            List<LocalDate> of = days.stream()
                    .filter(day -> !day.isBefore(whole.start()) && day.isBefore(whole.end()))
                    .toList();
            if (fee.isFull() && !of.isEmpty()) {
                sum = sum.plus(fee.amount());
            } else {
                for (LocalDate day : of) {
                    sum = sum.plus(cost(whole, day));
                }
            }
        }
        return sum;
    }

    /** What the lines of a run come to. */
    Money cost(Run run) {
        if (fee.isFull()) {
            return fee.amount();
        }
        return run.days().map(day -> cost(run, day)).reduce(Money.zero(CurrencyUnit.USD), Money::plus);
    }

    private Money cost(Run whole, LocalDate day) {
        return upTo(whole, day.plusDays(1)).minus(upTo(whole, day));
    }

    /** Rounded at each cut, so that parts add up. */
    private Money upTo(Run whole, LocalDate day) {
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(whole.wholeStart(), whole.wholeEnd()));
        BigDecimal part = BigDecimal.valueOf(ChronoUnit.DAYS.between(whole.wholeStart(), day));
        return Money.of(
                CurrencyUnit.USD, fee.amount().getAmount().multiply(part).divide(days, 2, RoundingMode.HALF_UP));
    }

    private LocalDate dueOn(Run run) {
        return fee.timing().equals("in_advance") ? run.start() : run.end();
    }

    private List<Run> runs(Run whole) {
        if (fee.isFull() || !fee.pausing()) {
            return fee.pausing() && whole.days().allMatch(this::isPaused) ? List.of() : List.of(whole);
        }
        List<Run> runs = new ArrayList<>();
        @Nullable LocalDate first = null;
        for (LocalDate day = whole.start(); !day.isAfter(whole.end()); day = day.plusDays(1)) {
            boolean counts = day.isBefore(whole.end()) && !isPaused(day);
            if (counts && first == null) {
                first = day;
            } else if (!counts && first != null) {
                runs.add(new Run(first, day, whole.wholeStart(), whole.wholeEnd()));
                first = null;
            }
        }
        return runs;
    }

    private boolean isPaused(LocalDate day) {
        return pauses.entrySet().stream()
                .anyMatch(pause -> !day.isBefore(pause.getKey()) && day.isBefore(pause.getValue()));
    }

    /** The periods that begin by a day, cut by the term. */
    private List<Run> wholes(LocalDate by) {
        List<Run> wholes = new ArrayList<>();
        if (fee.cadence().equals("one_time")) {
            LocalDate once = agreed == null ? start.plusDays(1) : agreed;
            wholes.add(new Run(start, least(once, end), start, once));
            return wholes;
        }
        LocalDate origin = origin();
        for (int step = 0;
                boundary(origin, step).isBefore(end) && !boundary(origin, step).isAfter(by);
                step++) {
            LocalDate from = boundary(origin, step);
            LocalDate to = boundary(origin, step + 1);
            wholes.add(new Run(from.isBefore(start) ? start : from, least(to, end), from, to));
        }
        return wholes;
    }

    private LocalDate origin() {
        if (fee.anchor().equals("anniversary")) {
            return start;
        }
        LocalDate month = start.withDayOfMonth(1);
        return switch (fee.cadence()) {
            case "weekly" -> start.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "monthly" -> month;
            case "quarterly" -> month.minusMonths((month.getMonthValue() - 1) % 3);
            case "semi_annual" -> month.minusMonths((month.getMonthValue() - 1) % 6);
            default -> start.withDayOfYear(1);
        };
    }

    private LocalDate boundary(LocalDate origin, int step) {
        return switch (fee.cadence()) {
            case "weekly" -> origin.plusDays(7L * step);
            case "monthly" -> origin.plusMonths(step);
            case "quarterly" -> origin.plusMonths(3L * step);
            case "semi_annual" -> origin.plusMonths(6L * step);
            default -> origin.plusYears(step);
        };
    }

    private static LocalDate least(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
