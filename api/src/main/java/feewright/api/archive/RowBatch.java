package feewright.api.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects rows until they are worth a round trip, or take much room. */
final class RowBatch {

    private static final int MOST_ROWS = 500;
    private static final int MOST_CHARACTERS = 1 << 22;

    private final Consumer<List<String>> to;
    private final List<String> rows = new ArrayList<>();
    private int characters;

    RowBatch(Consumer<List<String>> to) {
        this.to = to;
    }

    void add(String row) {
        rows.add(row);
        characters += row.length();
        if (rows.size() >= MOST_ROWS || characters >= MOST_CHARACTERS) {
            flush();
        }
    }

    void flush() {
        if (!rows.isEmpty()) {
            to.accept(List.copyOf(rows));
            rows.clear();
            characters = 0;
        }
    }
}
