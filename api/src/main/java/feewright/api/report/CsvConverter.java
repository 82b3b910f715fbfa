package feewright.api.report;

import feewright.firm.Content;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Writes tables as CSV (RFC 4180, UTF-8) to who accepts {@code text/csv}. Words that a spreadsheet would take for a formula begin with an
 * apostrophe (OWASP, CSV injection); figures, which may be negative, do not.
 */
final class CsvConverter extends AbstractHttpMessageConverter<Table> {

    static final MediaType CSV = new MediaType("text", "csv");

    private static final String FORMULA_STARTS = "=+-@\t\r";

    CsvConverter() {
        super(StandardCharsets.UTF_8, CSV);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Table.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Table readInternal(Class<? extends Table> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("tables are only written", message);
    }

    @Override
    protected void writeInternal(Table table, HttpOutputMessage message) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(message.getBody(), StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(table.header());
        for (Iterator<List<@Nullable Object>> rows = table.cells().iterator(); rows.hasNext(); ) {
            printer.printRecord(rows.next().stream().map(CsvConverter::cell).collect(Collectors.toList()));
        }
        printer.flush();
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (!(value instanceof Content words)) {
            return value;
        }
        String text = words.text();
        return text.isEmpty() || FORMULA_STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
