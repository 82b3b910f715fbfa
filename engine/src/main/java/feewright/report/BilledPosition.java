package feewright.report;

import feewright.engagement.BillingCursor;
import feewright.engagement.CatchUp;
import feewright.engagement.Course;
import feewright.engagement.HourlyUse;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Terms;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cursor of an engagement (null: it has none) beside what it follows from: its terms, the periods that are claimed, and the
 * latest day that an invoice which stands has billed (null: none has); and what the lines of those invoices use of what adjusts
 * hours, worth by any day of its hourly period.
 */
public record BilledPosition(
        SignedEngagement engagement,
        @Nullable Kept kept,
        List<LocalDate> claimed,
        @Nullable LocalDate latest,
        Map<HourlyUse.Of, Long> used) {

    public BilledPosition {
        claimed = List.copyOf(claimed);
        used = Map.copyOf(used);
    }

    /** What is kept: the cursor, and what of the terms runs look for. */
    public record Kept(BillingCursor cursor, ZoneId zone, boolean automatic) {}

    /** What of the cursor is not as it follows. */
    List<Difference> differences() {
        if (kept == null) {
            return List.of(new Difference("engagement", engagement.id().toString(), "a billing cursor", "none"));
        }
        List<Difference> found = new ArrayList<>();
        Terms terms = engagement.inEffect();
        BillingCursor cursor = kept.cursor();
        compare(found, "billed_on", latest, cursor.billedOn());
        compare(found, "package_due_on", terms.packageDueOn(cursor.nextPackageStart()), cursor.packageDueOn());
        LocalDate from = cursor.billedOn() == null ? terms.term().start() : cursor.billedOn();
        compare(found, "hourly_due_on", terms.hourlyBillingDateAfter(from).orElse(null), cursor.hourlyDueOn());
        compare(found, "zone", terms.conditions().zone(), kept.zone());
        compare(found, "automatic", terms.conditions().autoIssue(), kept.automatic());
        HourlyUse follows = HourlyUse.rebuiltByDay(terms, used);
        compare(found, "hourly_use", text(follows), text(cursor.use()));
        compare(found, "minimum_due_on", follows.minimumDueOn(), cursor.use().minimumDueOn());
        following(terms, cursor.following(), found);
        cursor.released().forEach(start -> released(terms, start, found));
        return found;
    }

    private static String text(HourlyUse use) {
        return use.amounts().entrySet().stream()
                .map(entry -> "%s %s %d"
                        .formatted(entry.getKey().kind().code(), entry.getKey().start(), entry.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** It is a period, and comes after all that were billed; where there is none, what was billed last is the last period. */
    private void following(Terms terms, @Nullable LocalDate following, List<Difference> found) {
        Optional<LocalDate> last = Stream.concat(claimed.stream(), released()).max(LocalDate::compareTo);
        if (following == null && mayHaveSkipped(terms)) {
            return;
        }
        if (following == null) {
            Optional<LocalDate> next = last.isEmpty()
                    ? terms.firstPackagePeriod().map(period -> period.start())
                    : last.flatMap(start -> startAfter(terms, start));
            next.ifPresent(start -> compare(found, "next_package_start", start, null));
        } else if (terms.packagePeriod(following).isEmpty()) {
            difference(found, "next_package_start the start of a period", following);
        } else if (last.filter(start -> !start.isBefore(following)).isPresent()) {
            difference(found, "next_package_start after " + last.get(), following);
        }
    }

    /** What was skipped before an ending or a pause is billed by nothing, and leaves no claim. */
    private boolean mayHaveSkipped(Terms terms) {
        return terms.conditions().catchUp() == CatchUp.BILL_CURRENT_ONLY
                && !engagement.course().equals(Course.AS_SIGNED);
    }

    private void released(Terms terms, LocalDate start, List<Difference> found) {
        if (claimed.contains(start)) {
            difference(found, "released without a claim", start);
        } else if (terms.packagePeriod(start).isEmpty()) {
            difference(found, "released the start of a period", start);
        }
    }

    private Stream<LocalDate> released() {
        return kept == null ? Stream.empty() : kept.cursor().released().stream();
    }

    private static Optional<LocalDate> startAfter(Terms terms, LocalDate start) {
        return terms.packagePeriod(start)
                .flatMap(period -> terms.pricing()
                        .packageTerms()
                        .flatMap(packaged -> packaged.calendar(terms.term()).after(period)))
                .map(period -> period.start());
    }

    private void compare(List<Difference> found, String field, @Nullable Object expected, @Nullable Object there) {
        if (!Objects.equals(expected, there)) {
            difference(found, field + " " + (expected == null ? "none" : expected), there);
        }
    }

    private void difference(List<Difference> found, String expected, @Nullable Object there) {
        found.add(new Difference(
                "engagement", engagement.id().toString(), expected, there == null ? "none" : there.toString()));
    }
}
