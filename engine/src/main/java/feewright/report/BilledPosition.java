package feewright.report;

import feewright.engagement.BilledDays;
import feewright.engagement.BillingCursor;
import feewright.engagement.HourlyUse;
import feewright.engagement.OpenPeriods;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Terms;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cursor of an engagement (null: it has none) beside what it follows from: its terms, all days of its package that were ever
 * billed, with those that are claimed, and the latest day that an invoice which stands has billed (null: none has); and what the lines of
 * those invoices use of what adjusts hours, worth by any day of its hourly period.
 */
public record BilledPosition(
        SignedEngagement engagement,
        @Nullable Kept kept,
        List<BilledDays> billed,
        @Nullable LocalDate latest,
        Map<HourlyUse.Key, Long> used) {

    public BilledPosition {
        billed = List.copyOf(billed);
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
        compare(found, "adjustment_due_on", follows.dueOn(), cursor.use().dueOn());
        OpenPeriods open = OpenPeriods.of(terms, billed);
        compare(found, "released", open.again(), cursor.released());
        compare(found, "next_package_start", open.following(), cursor.following());
        return found;
    }

    private static String text(HourlyUse use) {
        return use.amounts().entrySet().stream()
                .map(entry -> "%s %s %d"
                        .formatted(entry.getKey().kind().code(), entry.getKey().start(), entry.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void compare(List<Difference> found, String field, @Nullable Object expected, @Nullable Object there) {
        if (!Objects.equals(expected, there)) {
            found.add(new Difference(
                    "engagement",
                    engagement.id().toString(),
                    field + " " + (expected == null ? "none" : expected),
                    there == null ? "none" : there.toString()));
        }
    }
}
