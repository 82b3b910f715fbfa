package feewright.api.timefile;

import feewright.api.json.Characters;
import feewright.api.timefile.TimeFile.Unreadable;
import feewright.platform.CustomerText;
import feewright.time.ImportTime.RowReport;
import feewright.time.ImportedRow;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads an exported file of time. Row numbers count the rows after the header from 1. */
public final class TimeFileReader {

    /** The most rows of one file: a year of a hundred people fits in a few files. */
    public static final int MOST_ROWS = 10_000;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final DateOrder order;
    private final Layout.Columns columns;
    private final RowHashes hashes = new RowHashes();
    private final List<ImportedRow> rows = new ArrayList<>();
    private final List<RowReport.Faulty> unreadable = new ArrayList<>();

    private TimeFileReader(DateOrder order, Layout.Columns columns) {
        this.order = order;
        this.columns = columns;
    }

    /** Reads a whole file. Fails where it is no CSV, has no known layout, or too many rows. */
    public static TimeFile read(String text, DateOrder order) throws Unreadable {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CSVParser parser = CSVParser.parse(new StringReader(withoutMark), FORMAT)) {
            Layout layout = Layout.of(parser.getHeaderNames()).orElseThrow(() -> new Unreadable("csv-layout-unknown"));
            TimeFileReader reader = new TimeFileReader(order, layout.columns());
            for (CSVRecord row : parser) {
                if (row.getRecordNumber() > MOST_ROWS) {
                    throw new Unreadable("csv-too-many-rows");
                }
                reader.row(row);
            }
            return new TimeFile(reader.rows, reader.unreadable);
        } catch (CSVException | UncheckedIOException | IllegalArgumentException broken) {
            throw new Unreadable("csv-malformed");
        } catch (IOException broken) {
            throw new Unreadable("csv-malformed");
        }
    }

    private void row(CSVRecord row) {
        int number = Math.toIntExact(row.getRecordNumber());
        List<String> faults = new ArrayList<>();
        Optional<String> worker = columns.worker().stream()
                .map(column -> joined(row, column))
                .filter(name -> !name.isBlank())
                .findFirst();
        Optional<LocalDate> day = order.read(cell(row, columns.day()));
        Optional<Integer> minutes = columns.length().stream()
                .map(column -> cell(row, column))
                .filter(text -> !text.isBlank())
                .findFirst()
                .flatMap(Length::minutes);
        note(worker.isEmpty(), "worker-missing", faults);
        note(day.isEmpty(), "date-unreadable", faults);
        note(minutes.isEmpty(), "duration-unreadable", faults);
        note(isInvoiced(row), "invoiced-elsewhere", faults);
        note(row.stream().anyMatch(text -> text.length() > CustomerText.LONGEST), "text-too-long", faults);
        String description = cell(row, columns.description()).replace("\r\n", "\n");
        note(!Characters.areLines(description), "description-has-control-characters", faults);
        if (worker.isEmpty() || day.isEmpty() || minutes.isEmpty() || !faults.isEmpty()) {
            unreadable.add(new RowReport.Faulty(number, faults));
            return;
        }
        rows.add(new ImportedRow(
                number,
                hashes.next(row),
                new CustomerText(worker.get()),
                contentOrNull(cell(row, Layout.CLIENT)),
                contentOrNull(cell(row, Layout.PROJECT)),
                new ImportedRow.Hours(day.get(), minutes.get(), isBillable(row)),
                new CustomerText(description)));
    }

    private static void note(boolean fault, String code, List<String> faults) {
        if (fault) {
            faults.add(code);
        }
    }

    /** Somebody has billed it already, in the tool that it comes from: importing it would bill the client twice. */
    private static boolean isInvoiced(CSVRecord row) {
        return Layout.INVOICED.stream().anyMatch(column -> cell(row, column).equalsIgnoreCase("yes"));
    }

    /** A file that does not say is billable: leaving money out silently is the worse mistake, and a person approves it. */
    private boolean isBillable(CSVRecord row) {
        String text = cell(row, columns.billable()).toLowerCase(Locale.ROOT);
        return !text.equals("no") && !text.equals("false") && !text.equals("0");
    }

    private static String joined(CSVRecord row, String names) {
        List<String> cells = new ArrayList<>();
        for (String name : List.of(names.split("\\+"))) {
            cells.add(cell(row, name));
        }
        return String.join(" ", cells).strip();
    }

    private static String cell(CSVRecord row, String name) {
        return row.isSet(name) ? row.get(name) : "";
    }

    private static @Nullable CustomerText contentOrNull(String text) {
        return text.isBlank() ? null : new CustomerText(text);
    }
}
