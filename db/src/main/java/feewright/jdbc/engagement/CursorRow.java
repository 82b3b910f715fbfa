package feewright.jdbc.engagement;

import feewright.engagement.BillingCursor;
import feewright.engagement.EngagementId;
import feewright.engagement.HourlyUse;
import feewright.jdbc.sql.Codes;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The position in a row of billing_cursor. What was used of adjustments is kept as {@code included 2026-03-01 480}, by period. */
public final class CursorRow {

    private CursorRow() {}

    public static BillingCursor read(Row row) throws SQLException {
        return new BillingCursor(
                row.dates("released"),
                row.maybeDate("next_package_start"),
                row.maybeDate("package_due_on"),
                row.maybeDate("billed_on"),
                row.maybeDate("hourly_due_on"),
                new HourlyUse(
                        amounts(row.texts("hourly_use")),
                        row.maybeDate("minimum_from"),
                        row.maybeDate("adjustment_due_on")));
    }

    /** Moves the whole position of an engagement: there is one statement for it, so that no column is left behind. */
    public static void write(Statements statements, FirmId firm, EngagementId engagement, BillingCursor to) {
        statements.change("""
            update billing_cursor
            set released = string_to_array(:released, e'\\n')::date[], next_package_start = :following,
                package_due_on = :package_due_on, billed_on = :billed_on, hourly_due_on = :hourly_due_on,
                hourly_use = string_to_array(:hourly_use, e'\\n'), minimum_from = :minimum_from,
                adjustment_due_on = :adjustment_due_on
            where firm_id = :firm and engagement_id = :engagement
            """, parameters(firm, to).id("engagement", engagement));
    }

    private static Parameters parameters(FirmId firm, BillingCursor cursor) {
        return Parameters.of(firm)
                .text(
                        "released",
                        cursor.released().stream().map(LocalDate::toString).collect(Collectors.joining("\n")))
                .date("following", cursor.following())
                .date("package_due_on", cursor.packageDueOn())
                .date("billed_on", cursor.billedOn())
                .date("hourly_due_on", cursor.hourlyDueOn())
                .text("hourly_use", String.join("\n", used(cursor)))
                .date("minimum_from", cursor.use().minimumFrom())
                .date("adjustment_due_on", cursor.use().dueOn());
    }

    /** What lines use, one on each text line; none for null. */
    public static Map<HourlyUse.Key, Long> used(@Nullable String lines) {
        return lines == null ? Map.of() : amounts(lines.lines().toList());
    }

    private static Map<HourlyUse.Key, Long> amounts(List<String> all) {
        Map<HourlyUse.Key, Long> amounts = new HashMap<>();
        for (String used : all) {
            String[] parts = used.split(" ", -1);
            amounts.merge(
                    new HourlyUse.Key(Codes.constant(HourlyUse.Kind.class, parts[0]), LocalDate.parse(parts[1])),
                    Long.parseLong(parts[2]),
                    Long::sum);
        }
        return amounts;
    }

    /** In a stable order. */
    public static List<String> used(BillingCursor cursor) {
        return cursor.use().amounts().entrySet().stream()
                .map(entry -> "%s %s %d"
                        .formatted(entry.getKey().kind().code(), entry.getKey().start(), entry.getValue()))
                .sorted()
                .toList();
    }
}
