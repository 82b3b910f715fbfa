package feewright.api.report;

import feewright.platform.CustomerText;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables as CSV (RFC 4180). Words that a spreadsheet would take for a formula begin with an apostrophe (OWASP, CSV injection);
 * figures, which may be negative, do not.
 */
public final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    /** Writes the header and all rows. Fails where {@code to} does. */
    public static void write(Table table, Appendable to) throws IOException {
        CSVPrinter printer = new CSVPrinter(to, CSVFormat.RFC4180);
        printer.printRecord(table.header());
        for (Iterator<List<@Nullable Object>> rows = table.cells().iterator(); rows.hasNext(); ) {
            printer.printRecord(rows.next().stream().map(Csv::cell).collect(Collectors.toList()));
        }
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (!(value instanceof CustomerText words)) {
            return value;
        }
        String text = words.text();
        return text.isEmpty() || FORMULA_STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
