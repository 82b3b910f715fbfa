package feewright.api.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/** Lines, none of which may be longer than any row of ours: what is longer is refused before it is held. */
final class BoundedLines {

    /** The longest row is an answer that was kept, or an event of a processor: a few millions at most. */
    static final int LONGEST = 1 << 24;

    private static final int AT_ONCE = 1 << 13;

    private final String name;
    private final Reader from;

    BoundedLines(String name, Reader from) {
        this.name = name;
        this.from = from;
    }

    /** Gives every line without its end, the last one also where it has none. */
    void each(Consumer<String> line) throws IOException {
        BufferedReader reader = new BufferedReader(from, AT_ONCE);
        StringBuilder read = new StringBuilder();
        for (int next = reader.read(); next >= 0; next = reader.read()) {
            if (next == '\n') {
                line.accept(read.toString());
                read = fresh(read);
            } else if (read.length() == LONGEST) {
                throw new ImportRejected("line-too-long: " + name);
            } else {
                read.append((char) next);
            }
        }
        if (!read.isEmpty()) {
            line.accept(read.toString());
        }
    }

    /** Does not hold the room of the longest line for all that follow. */
    private static StringBuilder fresh(StringBuilder used) {
        if (used.capacity() > AT_ONCE) {
            return new StringBuilder();
        }
        used.setLength(0);
        return used;
    }
}
