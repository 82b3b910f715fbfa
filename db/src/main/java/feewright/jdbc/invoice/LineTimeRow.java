package feewright.jdbc.invoice;

import feewright.invoice.Invoice;
import feewright.invoice.InvoiceLine;
import feewright.invoice.TimeItem;
import feewright.jdbc.sql.Row;
import feewright.time.EntryVersion;
import feewright.time.TimeEntryId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of invoice_line_time. */
record LineTimeRow(Invoice.Head head, int line, TimeItem item) {

    static List<LineTimeRow> of(Invoice invoice) {
        List<LineTimeRow> rows = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            if (line instanceof InvoiceLine.Hourly hourly) {
                hourly.items().forEach(item -> rows.add(new LineTimeRow(invoice.head(), line.number(), item)));
            }
        }
        return rows;
    }

    UUID invoice() {
        return head.id().value();
    }

    @Nullable
    UUID engagement() {
        return InvoiceRow.engagement(head);
    }

    static TimeItem read(Row row) throws SQLException {
        return new TimeItem(
                new EntryVersion(new TimeEntryId(row.uuid("entry_id")), row.integer("version")),
                row.date("worked_on"),
                row.integer("worked_minutes"),
                row.integer("billed_minutes"));
    }
}
