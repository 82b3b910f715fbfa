package feewright.api.command;

import feewright.api.wiring.CommandContexts;
import feewright.engagement.EngagementId;
import feewright.platform.FirmId;
import feewright.run.RunRequest;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that bills a firm in this process, with the workers of an instance and without its web server (requirement P5). */
@Command(
        name = "bill",
        description = {
            "Bills what is due of a firm, in this process and without a server.",
            "Instances beside it take a share. It may be stopped at any time: nothing is lost, and nothing billed"
                    + " twice."
        },
        exitCodeList = {
            "0:everything that was due is done",
            "1:there are billing failures (in a dry run: there would be)",
            "2:wrong usage, or no such firm, no such signed engagement, or a day to come",
            "3:it stopped before the run was finished: an instance takes the run up, or --resume",
            "4:the settings cannot be used, or the database cannot be reached"
        },
        footer = {
            "  feewright bill --firm 0199a000-0000-7000-8000-0000000000f1 --dry-run",
            "  feewright bill --firm 0199a000-0000-7000-8000-0000000000f1 --as-of 2026-03-31",
            "  feewright bill --firm 0199a000-0000-7000-8000-0000000000f1 --resume"
        })
final class Bill implements Callable<Integer> {

    @Option(names = "--firm", required = true, paramLabel = "ID", description = "The firm.")
    private FirmId firm;

    @Option(
            names = "--engagement",
            paramLabel = "ID",
            description = "Only this engagement, also after a billing failure.")
    private @Nullable EngagementId engagement;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description =
                    "What is due by this day, such as 2026-03-31; a day to come only with --dry-run. Else: today.")
    private @Nullable LocalDate asOf;

    @Option(names = "--dry-run", description = "Lists what it would issue, and writes no invoice.")
    private boolean dryRun;

    @Option(names = "--retry", description = "Also tries earlier billing failures again.")
    private boolean retry;

    @Option(names = "--resume", description = "Takes up the firm's unfinished runs, and starts none.")
    private boolean resume;

    @Mixin
    private final Settings settings = new Settings();

    @Spec
    private CommandSpec command;

    private final PrintStream out;

    Bill(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (resume && (engagement != null || asOf != null || dryRun || retry)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--resume takes up runs as they were asked for: it goes with --firm and --set only");
        }
        try (ConfigurableApplicationContext context = CommandContexts.billing(settings.arguments())) {
            BillingInProcess billing = BillingInProcess.of(context, new Progress(out, isTerminal()), out);
            return resume
                    ? billing.resumed(firm)
                    : billing.started(firm, new RunRequest(engagement, asOf, dryRun, retry));
        }
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    }
}
