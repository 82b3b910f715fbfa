package feewright.api.command;

import feewright.api.wiring.CommandContexts;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that takes a firm in from an archive. */
@Command(
        name = "import",
        description = {
            "Takes a firm in from an archive that 'feewright export' wrote.",
            "The database may be empty, and must not have the firm. All of it is taken in, or nothing."
        },
        exitCodeList = {
            "0:done, and the books reconcile",
            "1:refused, with each reason in a line; nothing was changed",
            "2:wrong usage",
            "4:the settings cannot be used, or the database cannot be reached"
        },
        footer = "  feewright import --file firm.zip --set feewright.database.url=jdbc:postgresql://localhost/other")
final class Import implements Callable<Integer> {

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "The archive.")
    private Path file;

    @Mixin
    private final Settings settings = new Settings();

    private final PrintStream out;

    Import(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = CommandContexts.archives(settings.arguments())) {
            return new Archives(context, out).imported(file);
        }
    }
}
