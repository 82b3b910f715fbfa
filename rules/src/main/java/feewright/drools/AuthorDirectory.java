package feewright.drools;

import feewright.rule.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the rule authors' directory: a folder for each rule set, in it {@code .drl} files and their {@code .yaml} scenarios. Rules
 * anywhere else are a fault, since a rule in a misspelt folder would otherwise never be asked. Hidden files and other kinds of
 * file are left alone.
 */
final class AuthorDirectory {

    /** More than any firm should have, and little enough to be read at once. */
    private static final int MOST_FILES = 2_000;

    private static final long LARGEST_FILE_BYTES = 64 * 1024;

    private final List<PackFile> files = new ArrayList<>();
    private final List<PackFault> faults = new ArrayList<>();

    private AuthorDirectory() {}

    record Read(List<PackFile> files, List<PackFault> faults) {}

    static Read read(Path directory) {
        AuthorDirectory reader = new AuthorDirectory();
        try {
            for (Path entry : entries(directory)) {
                reader.top(entry);
            }
        } catch (IOException | UncheckedIOException e) {
            reader.faults.add(new PackFault(
                    directory.toString(),
                    1,
                    "directory-unreadable",
                    "name a directory that can be read: " + e.getClass().getSimpleName()));
        }
        if (reader.files.size() > MOST_FILES) {
            reader.faults.add(new PackFault(
                    directory.toString(), 1, "too-many-files", "keep at most " + MOST_FILES + " files of rules"));
        }
        return new Read(List.copyOf(reader.files), List.copyOf(reader.faults));
    }

    private void top(Path entry) throws IOException {
        String name = String.valueOf(entry.getFileName());
        Optional<RuleSet> set = Arrays.stream(RuleSet.values())
                .filter(known -> known.folder().equals(name))
                .findFirst();
        if (!Files.isDirectory(entry)) {
            refuseRule(name, name);
        } else if (set.isPresent()) {
            for (Path file : entries(entry)) {
                inFolder(set.get(), file);
            }
        } else {
            for (Path stray : entries(entry)) {
                refuseRule(name + "/" + stray.getFileName(), String.valueOf(stray.getFileName()));
            }
        }
    }

    private void inFolder(RuleSet set, Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        if (Files.isDirectory(path)) {
            for (Path stray : entries(path)) {
                String strayName = String.valueOf(stray.getFileName());
                refuseRule(set.folder() + "/" + name + "/" + strayName, strayName);
            }
        } else if (PackFile.isPart(name)) {
            take(set, path, name);
        }
    }

    private void take(RuleSet set, Path path, String name) throws IOException {
        if (Files.size(path) > LARGEST_FILE_BYTES) {
            faults.add(new PackFault(
                    set.folder() + "/" + name,
                    1,
                    "file-too-large",
                    "keep a file below " + LARGEST_FILE_BYTES + " bytes"));
            return;
        }
        try {
            files.add(new PackFile(RuleLayer.AUTHOR, set, name, Files.readString(path)));
        } catch (CharacterCodingException e) {
            faults.add(new PackFault(set.folder() + "/" + name, 1, "not-utf-8", "save the file as UTF-8"));
        }
    }

    private void refuseRule(String path, String name) {
        if (PackFile.isPart(name)) {
            faults.add(new PackFault(
                    path,
                    1,
                    "wrong-folder",
                    "put rules and scenarios straight into one of the folders "
                            + Arrays.stream(RuleSet.values())
                                    .map(RuleSet::folder)
                                    .toList()));
        }
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
