package feewright.api.command;

import feewright.api.archive.ArchiveManifest;
import feewright.api.archive.ExportFirm;
import feewright.api.archive.ImportFirm;
import feewright.firm.Firms;
import feewright.platform.Actor;
import feewright.platform.ConcurrentChange;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.NonTransientDataAccessException;

/** Takes all of a firm out of an installation, and into another. */
record Archives(ConfigurableApplicationContext context, PrintStream out) {

    private static final int REFUSED = 1;
    private static final int UNREADABLE = 2;

    /** What reads or writes a file. */
    private interface FileWork {

        int run() throws IOException;
    }

    /** Writes a new file, and gives the exit code of the command. */
    int exported(FirmId firm, Path file) {
        return done(() -> export(firm, file));
    }

    /** Reads a file, and gives the exit code of the command. */
    int imported(Path file) {
        return done(() -> read(file));
    }

    private int done(FileWork work) {
        try {
            return work.run();
        } catch (NonTransientDataAccessException | ConcurrentChange | IllegalStateException inconsistent) {
            out.println("refused: the rows do not agree with one another, or with this schema");
            out.println("nothing was changed");
            return REFUSED;
        } catch (IOException | UncheckedIOException failure) {
            out.println(
                    "the file cannot be read or written: " + failure.getClass().getSimpleName());
            return REFUSED;
        }
    }

    /** A file that is there is not written over; one that was not finished is taken away again. */
    private int export(FirmId firm, Path file) throws IOException {
        Actor actor = Actor.scheduler(firm);
        if (context.getBean(Transactions.class)
                .reading(actor, () -> context.getBean(Firms.class).find(firm))
                .isEmpty()) {
            out.println("no such firm");
            return UNREADABLE;
        }
        try (OutputStream to = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ArchiveManifest manifest = context.getBean(ExportFirm.class)
                    .export(actor, to, Clock.systemUTC().instant());
            print("exported", manifest);
            return 0;
        } catch (RuntimeException failure) {
            Files.delete(file);
            throw failure;
        }
    }

    private int read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return switch (context.getBean(ImportFirm.class).read(file)) {
            case ImportFirm.Outcome.Imported(var manifest) -> {
                print("imported", manifest);
                out.println("the books reconcile");
                yield 0;
            }
            case ImportFirm.Outcome.Refused(var faults) -> {
                faults.forEach(fault -> out.println("refused: " + fault));
                out.println("nothing was changed");
                yield REFUSED;
            }
        };
    }

    private void print(String done, ArchiveManifest manifest) {
        long rows = manifest.files().stream()
                .mapToLong(ArchiveManifest.FileInArchive::rows)
                .sum();
        out.println("%s firm %s: %d tables, %d rows"
                .formatted(done, manifest.firmId(), manifest.files().size(), rows));
    }
}
