package feewright.api.wiring;

import feewright.api.archive.ArchiveManifest;
import feewright.api.archive.ExportFirm;
import feewright.api.archive.ImportFirm;
import feewright.api.command.FileArguments;
import feewright.firm.Actor;
import feewright.firm.ConcurrentChange;
import feewright.firm.FirmId;
import feewright.firm.Firms;
import feewright.firm.Transactions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.NonTransientDataAccessException;

/** The commands that take all of a firm out of an installation, and into another. */
public final class Archives {

    /** The commands' names. */
    public static final String EXPORT = "export";

    public static final String IMPORT = "import";

    private static final String USAGE = "usage: export --firm ID --file NEW-FILE [--SETTING=VALUE ...]\n"
            + "   or: import --file FILE [--SETTING=VALUE ...]";

    private static final int REFUSED = 1;
    private static final int UNREADABLE = 2;

    private Archives() {}

    /** Exports or imports, and gives the exit code: 0 if done, 1 if refused, 2 if the arguments are wrong. */
    public static int run(String[] arguments, PrintStream out) {
        Optional<FileArguments> read =
                FileArguments.read(Arrays.asList(arguments).subList(1, arguments.length));
        boolean exports = arguments[0].equals(EXPORT);
        if (read.isEmpty() || exports != (read.get().firm() != null)) {
            out.println(USAGE);
            return UNREADABLE;
        }
        try (ConfigurableApplicationContext context = storage(read.get().settings())) {
            return run(context, read.get(), out);
        }
    }

    private static int run(ConfigurableApplicationContext context, FileArguments given, PrintStream out) {
        FirmId firm = given.firm();
        try {
            return firm == null ? imported(context, given.file(), out) : exported(context, firm, given.file(), out);
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

    private static ConfigurableApplicationContext storage(List<String> settings) {
        return new SpringApplicationBuilder(StorageConfiguration.class, ArchiveConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=" + LogLevel.WARN.name())
                .run(settings.toArray(String[]::new));
    }

    /** A file that is there is not written over; one that was not finished is taken away again. */
    private static int exported(ConfigurableApplicationContext context, FirmId firm, Path file, PrintStream out)
            throws IOException {
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
            print(out, "exported", manifest);
            return 0;
        } catch (RuntimeException failure) {
            Files.delete(file);
            throw failure;
        }
    }

    private static int imported(ConfigurableApplicationContext context, Path file, PrintStream out) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return switch (context.getBean(ImportFirm.class).read(file)) {
            case ImportFirm.Outcome.Imported(var manifest) -> {
                print(out, "imported", manifest);
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

    private static void print(PrintStream out, String done, ArchiveManifest manifest) {
        long rows = manifest.files().stream()
                .mapToLong(ArchiveManifest.FileInArchive::rows)
                .sum();
        out.println("%s firm %s: %d tables, %d rows"
                .formatted(done, manifest.firmId(), manifest.files().size(), rows));
    }
}
