package feewright.api.timefile;

import feewright.platform.Sha256;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** Names the rows of one file, by their cells and by how many equal rows came before: two equal rows of work are two. */
final class RowHashes {

    private final Map<String, Integer> seen = new HashMap<>();

    /** The SHA-256, in hex, of the next row of the file. */
    String next(CSVRecord row) {
        StringBuilder text = new StringBuilder();
        row.forEach(cell -> text.append(cell.length()).append(':').append(cell));
        int place = seen.merge(text.toString(), 1, Integer::sum);
        return Sha256.hex(text.append('#').append(place).toString());
    }
}
