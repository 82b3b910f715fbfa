package feewright.jdbc;

import feewright.engagement.BillingCursor;
import feewright.engagement.HourlyUse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The position in a row of billing_cursor. What was used of adjustments is kept as {@code included 2026-03-01 480}, by period. */
final class CursorRow {

    private CursorRow() {}

    static BillingCursor read(Row row) throws SQLException {
        Map<HourlyUse.Of, Long> amounts = new HashMap<>();
        for (String used : row.texts("hourly_use")) {
            String[] parts = used.split(" ", -1);
            amounts.put(
                    new HourlyUse.Of(Codes.constant(HourlyUse.Kind.class, parts[0]), LocalDate.parse(parts[1])),
                    Long.parseLong(parts[2]));
        }
        return new BillingCursor(
                row.dates("released"),
                row.maybeDate("next_package_start"),
                row.maybeDate("package_due_on"),
                row.maybeDate("billed_on"),
                row.maybeDate("hourly_due_on"),
                new HourlyUse(amounts, row.maybeDate("minimum_from"), row.maybeDate("minimum_due_on")));
    }

    /** In a stable order. */
    static List<String> used(BillingCursor cursor) {
        return cursor.use().amounts().entrySet().stream()
                .map(entry -> "%s %s %d"
                        .formatted(
                                Codes.of(entry.getKey().kind()), entry.getKey().start(), entry.getValue()))
                .sorted()
                .toList();
    }
}
