package feewright.invoice;

import feewright.engagement.BillingPeriod;
import feewright.engagement.HourlyUse;
import feewright.engagement.HourlyUse.Kind;
import feewright.engagement.Included;
import feewright.engagement.IncludedMinutes;
import feewright.engagement.PackageTerms;
import feewright.engagement.Terms;
import feewright.time.ApprovedTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes included minutes off lines of time: the oldest work of a package period first, whoever did it. */
record IncludedLines(Terms terms, HourlyUse use) {

    private record Entry(ProposedLine.Hourly line, ApprovedTime time) {

        long minutes() {
            return line.increment().billed(time.work().minutes());
        }
    }

    private record Taken(long minutes, long left) {}

    List<ProposedLine> after(HourlyLines time, int before) {
        Included included = terms.hourlyAdjustments().orElseThrow().included();
        Optional<PackageTerms> packaged = terms.pricing().packageTerms();
        if (included == null || packaged.isEmpty()) {
            return List.of();
        }
        IncludedMinutes minutes = new IncludedMinutes(included, packaged.get(), terms.term());
        Map<Integer, ProposedLine.Included> taken = new HashMap<>();
        HourlyUse used = use;
        for (Map.Entry<BillingPeriod, List<Entry>> period : byPeriod(time).entrySet()) {
            long left = minutes.left(period.getKey(), used);
            Map<ProposedLine.Hourly, Taken> shares = shares(period.getValue(), left);
            shares.forEach((line, share) -> taken.put(
                    line.number(), new ProposedLine.Included(0, line, period.getKey(), share.minutes(), share.left())));
            used = used.plus(Map.of(
                    new HourlyUse.Key(Kind.INCLUDED, period.getKey().start()),
                    shares.values().stream().mapToLong(Taken::minutes).sum()));
        }
        List<ProposedLine> lines = new ArrayList<>();
        int last = before + time.lines().size();
        for (ProposedLine line : time.lines()) {
            ProposedLine.Included made = taken.get(line.number());
            if (made != null) {
                lines.add(new ProposedLine.Included(
                        last + lines.size() + 1, made.line(), made.period(), made.minutes(), made.left()));
            }
        }
        return lines;
    }

    /** Oldest first, so that late work of a period takes what it left before a later one does. */
    private TreeMap<BillingPeriod, List<Entry>> byPeriod(HourlyLines time) {
        TreeMap<BillingPeriod, List<Entry>> entries =
                new TreeMap<>((one, other) -> one.start().compareTo(other.start()));
        for (ProposedLine line : time.lines()) {
            if (line instanceof ProposedLine.Hourly hourly) {
                hourly.time()
                        .forEach(each -> terms.packagePeriodOf(each.work().workedOn())
                                .ifPresent(period -> entries.computeIfAbsent(period, found -> new ArrayList<>())
                                        .add(new Entry(hourly, each))));
            }
        }
        entries.values()
                .forEach(each -> each.sort((one, other) -> HourlyLines.BY_DAY.compare(one.time(), other.time())));
        return entries;
    }

    /** What each line takes, with what is left for it when its turn comes; the lines in their order. */
    private static Map<ProposedLine.Hourly, Taken> shares(List<Entry> entries, long left) {
        Map<ProposedLine.Hourly, Long> minutes = new HashMap<>();
        long rest = left;
        for (Entry entry : entries) {
            long taken = Math.min(rest, entry.minutes());
            rest -= taken;
            minutes.merge(entry.line(), taken, Long::sum);
        }
        Map<ProposedLine.Hourly, Taken> shares = new HashMap<>();
        long still = left;
        for (ProposedLine.Hourly line : minutes.keySet().stream()
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .toList()) {
            long taken = minutes.getOrDefault(line, 0L);
            if (taken > 0) {
                shares.put(line, new Taken(taken, still));
            }
            still -= taken;
        }
        return shares;
    }
}
