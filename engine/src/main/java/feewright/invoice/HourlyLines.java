package feewright.invoice;

import feewright.engagement.Adjustments;
import feewright.engagement.BillingPeriod;
import feewright.engagement.HourlyTerms;
import feewright.engagement.Increment;
import feewright.engagement.Rate;
import feewright.engagement.Terms;
import feewright.time.ApprovedTime;
import feewright.time.Work;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Due time as lines, one for each worker and rate in a stable order, and the time that no rate prices. Where the terms adjust the
 * price of hours, a line keeps within one hourly period and, of included minutes, one package period: so adjustments follow lines.
 */
record HourlyLines(List<ProposedLine> lines, List<ApprovedTime> unpriced) {

    static final Comparator<ApprovedTime> BY_DAY = Comparator.comparing(
                    (ApprovedTime time) -> time.work().workedOn())
            .thenComparing(time -> time.version().entry().value());

    private record Segment(LocalDate hourly, LocalDate packaged) {}

    private record Group(Segment of, Work.Worker worker, Rate rate) implements Comparable<Group> {

        @Override
        public int compareTo(Group other) {
            return Comparator.comparing((Group group) -> group.of().hourly())
                    .thenComparing(group -> group.of().packaged())
                    .thenComparing(group -> group.worker().person().value())
                    .thenComparing(group -> String.valueOf(group.worker().role()))
                    .thenComparing(group -> group.rate().effectiveFrom())
                    .thenComparing(group -> group.rate().clause())
                    .compare(this, other);
        }
    }

    /** Time without hourly terms is unpriced, every minute of it. */
    static HourlyLines of(Terms of, List<ApprovedTime> due, int linesBefore) {
        Optional<HourlyTerms> terms = of.pricing().hourlyTerms();
        if (terms.isEmpty()) {
            return new HourlyLines(List.of(), due);
        }
        TreeMap<Group, List<ApprovedTime>> groups = new TreeMap<>();
        List<ApprovedTime> unpriced = new ArrayList<>();
        for (ApprovedTime time : due.stream().sorted(BY_DAY).toList()) {
            Work.Worker worker = time.work().worker();
            Optional<Rate> rate = terms.get()
                    .rates()
                    .rateFor(worker.person(), worker.role(), time.work().workedOn());
            rate.ifPresentOrElse(
                    found -> groups.computeIfAbsent(
                                    new Group(segment(of, time), worker, found), group -> new ArrayList<>())
                            .add(time),
                    () -> unpriced.add(time));
        }
        return new HourlyLines(lines(groups, terms.get().increment(), linesBefore), unpriced);
    }

    /** The start of the hourly period of a day; of the term for days outside it, which the rules refuse. */
    static LocalDate hourlyStart(Terms terms, LocalDate workedOn) {
        return terms.hourlyPeriod(workedOn)
                .map(BillingPeriod::start)
                .orElse(terms.term().start());
    }

    private static Segment segment(Terms terms, ApprovedTime time) {
        LocalDate start = terms.term().start();
        LocalDate day = time.work().workedOn();
        Optional<Adjustments> adjustments = terms.hourlyAdjustments();
        return new Segment(
                adjustments.isEmpty() ? start : hourlyStart(terms, day),
                adjustments.map(Adjustments::included).isEmpty()
                        ? start
                        : terms.packagePeriodOf(day).map(BillingPeriod::start).orElse(start));
    }

    private static List<ProposedLine> lines(
            TreeMap<Group, List<ApprovedTime>> groups, Increment increment, int linesBefore) {
        List<ProposedLine> lines = new ArrayList<>();
        groups.forEach((group, time) ->
                lines.add(new ProposedLine.Hourly(linesBefore + lines.size() + 1, group.rate(), increment, time)));
        return lines;
    }
}
