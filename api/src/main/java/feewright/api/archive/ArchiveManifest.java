package feewright.api.archive;

import feewright.archive.FirmTable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What is in an archive: the version of its format, a hash of the tables and columns that it was made from, whose it is, and every
 * file with its rows and the SHA-256 of its bytes in hex.
 */
public record ArchiveManifest(
        String format, int version, String schema, UUID firmId, Instant exportedAt, List<FileInArchive> files) {

    /** What the archives are called. */
    public static final String FORMAT = "feewright-firm";

    /** Changes whenever an older reader would misread a newer archive. */
    public static final int VERSION = 1;

    /** Its name in the archive: the last file, because it says what the others are. */
    public static final String NAME = "manifest.json";

    public ArchiveManifest {
        Objects.requireNonNull(format);
        Objects.requireNonNull(schema);
        Objects.requireNonNull(firmId);
        files = List.copyOf(files);
    }

    public record FileInArchive(String name, String table, String kind, long rows, String sha256) {}

    /** Where the rows of a table are. Content is apart. */
    public static String fileOf(FirmTable table) {
        return (table.isContent() ? "content/" : "billing/") + table.name() + ".jsonl";
    }

    /** The tables and columns as a hash: archives are read by the very schema that they were made from. */
    static String schema(List<FirmTable> tables) {
        Hash hash = new Hash();
        tables.stream().sorted(Comparator.comparing(FirmTable::name)).forEach(table -> {
            hash.line(table.name());
            table.columns().forEach(column -> hash.line(column.name() + " " + column.type()));
        });
        return hash.hex();
    }
}
