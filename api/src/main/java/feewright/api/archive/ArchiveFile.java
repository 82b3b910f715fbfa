package feewright.api.archive;

import feewright.api.archive.ArchiveManifest.FileInArchive;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An archive on disk. Nothing in it is believed before its hash was looked at, and nothing is read that is larger than an archive of
 * ours can be.
 */
final class ArchiveFile implements AutoCloseable {

    private static final int LARGEST_MANIFEST = 1_000_000;
    private static final int MOST_FILES = 1_000;

    private final ZipFile zip;

    private ArchiveFile(ZipFile zip) {
        this.zip = zip;
    }

    static ArchiveFile open(Path path) throws IOException {
        ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        if (zip.size() > MOST_FILES) {
            zip.close();
            throw new ImportRejected("too-many-files");
        }
        return new ArchiveFile(zip);
    }

    /** What it says of itself; empty where that is missing or cannot be read. */
    Optional<ArchiveManifest> manifest(JsonMapper json) throws IOException {
        ZipEntry entry = zip.getEntry(ArchiveManifest.NAME);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Optional.of(json.readValue(in.readNBytes(LARGEST_MANIFEST), ArchiveManifest.class));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** The names of all files but the manifest. */
    Set<String> names() {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !name.equals(ArchiveManifest.NAME))
                .collect(Collectors.toSet());
    }

    boolean isWhole(FileInArchive file) {
        Hash hash = new Hash();
        lines(file.name(), hash::line);
        return hash.lines() == file.rows() && hash.hex().equals(file.sha256());
    }

    /** Gives every line; what is not UTF-8 fails. */
    void lines(String name, Consumer<String> line) {
        ZipEntry entry = zip.getEntry(name);
        try (Reader reader = new InputStreamReader(
                new Inflated(entry, zip.getInputStream(entry)),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            new BoundedLines(name, reader).each(line);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
