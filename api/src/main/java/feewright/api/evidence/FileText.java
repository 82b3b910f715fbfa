package feewright.api.evidence;

import feewright.api.json.StrictJson;
import feewright.api.report.Csv;
import feewright.api.report.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;

/** Writes the files of a pack, for people to read; lines end the same on every system. */
final class FileText {

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter JSON = StrictJson.mapper()
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

    private FileText() {}

    /** Rows of cells under their names. */
    record Rows(List<String> header, List<List<@Nullable Object>> rows) implements Table {

        @Override
        public Stream<List<@Nullable Object>> cells() {
            return rows.stream();
        }
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value) + "\n";
    }

    static String csv(Rows rows) {
        StringBuilder text = new StringBuilder();
        try {
            Csv.write(rows, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
