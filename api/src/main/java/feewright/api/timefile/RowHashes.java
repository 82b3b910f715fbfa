package feewright.api.timefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
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
        return sha256(text.append('#').append(place).toString());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
