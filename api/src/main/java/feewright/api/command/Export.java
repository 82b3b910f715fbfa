package feewright.api.command;

import feewright.api.wiring.CommandContexts;
import feewright.platform.FirmId;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that writes all of a firm into one archive. */
@Command(
        name = "export",
        description = {
            "Writes all that is kept of a firm into one ZIP archive, as it is at one moment.",
            "The archive holds customers' words in the clear: keep it as you keep the database."
        },
        exitCodeList = {
            "0:done",
            "1:refused, with the reason: the file is there already or cannot be written; nothing was changed",
            "2:wrong usage, or no such firm",
            "4:the settings cannot be used, or the database cannot be reached"
        },
        footer = "  feewright export --firm 0199a000-0000-7000-8000-0000000000f1 --file firm.zip")
final class Export implements Callable<Integer> {

    @Option(names = "--firm", required = true, paramLabel = "ID", description = "The firm.")
    private FirmId firm;

    @Option(
            names = "--file",
            required = true,
            paramLabel = "NEW-FILE",
            description = "The archive. A file that is there is not written over.")
    private Path file;

    @Mixin
    private final Settings settings = new Settings();

    private final PrintStream out;

    Export(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = CommandContexts.archives(settings.arguments())) {
            return new Archives(context, out).exported(firm, file);
        }
    }
}
