package feewright.api.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A manifest and the files that it lists. */
record EvidencePack(Manifest manifest, List<Piece.Kept> files) {

    /**
     * As a ZIP archive: the manifest, then the files by name. Its entries carry the time of the latest fact, as local time in UTC, so
     * that neither the clock nor the zone of the server shows in the bytes.
     */
    byte[] zipped() {
        LocalDateTime time = LocalDateTime.ofInstant(manifest.asOf(), ZoneOffset.UTC);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Piece.Kept file : inOrder()) {
                ZipEntry entry = new ZipEntry(file.name());
                entry.setTimeLocal(time);
                zip.putNextEntry(entry);
                zip.write(file.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private List<Piece.Kept> inOrder() {
        Piece.Kept first = new Piece.Kept(Manifest.NAME, "What is in the pack.", FileText.json(manifest));
        return Stream.concat(Stream.of(first), files.stream().sorted(Comparator.comparing(Piece.Kept::name)))
                .toList();
    }
}
