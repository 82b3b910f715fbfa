package feewright.api.command;

import feewright.api.wiring.CommandContexts;
import feewright.engagement.EngagementId;
import feewright.platform.FirmId;
import feewright.whatif.ComparisonScope;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that judges past invoices by a directory of rules beside those in force, and writes nothing (requirement X4). */
@Command(
        name = "what-if",
        description = {
            "Judges past invoices of a firm by a directory of rules, beside the rules in force, and prints what"
                    + " differs.",
            "Writes nothing, and migrates nothing."
        },
        exitCodeList = {
            "0:nothing differs",
            "1:something differs",
            "2:wrong usage, or no such firm or engagement",
            "3:the rules have faults, which are listed",
            "4:the settings cannot be used, or the database cannot be reached"
        },
        footer = {
            "  feewright what-if --firm 0199a000-0000-7000-8000-0000000000f1 --rules my-new-rules",
            "  feewright what-if --firm 0199a000-0000-7000-8000-0000000000f1 --rules my-new-rules \\",
            "      --from 2026-01-01 --until 2026-04-01"
        })
final class WhatIf implements Callable<Integer> {

    private static final Setting MIGRATES_NOTHING = new Setting("feewright.database.migrate", "false");

    @Option(names = "--firm", required = true, paramLabel = "ID", description = "The firm.")
    private FirmId firm;

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "DIRECTORY",
            description = "The rules to compare with those in force: all of them, not only what changes.")
    private Path rules;

    @ArgGroup(exclusive = false)
    private @Nullable Days days;

    @Option(names = "--engagement", paramLabel = "ID", description = "Only this engagement.")
    private @Nullable EngagementId engagement;

    @Mixin
    private final Settings settings = new Settings();

    @Spec
    private CommandSpec command;

    private final PrintStream out;

    WhatIf(PrintStream out) {
        this.out = out;
    }

    /** Of issue: both, or none. */
    private static final class Days {

        @Option(
                names = "--from",
                required = true,
                paramLabel = "DAY",
                description = "The first day of issue, such as 2026-01-01. Without days: ever.")
        private LocalDate from;

        @Option(names = "--until", required = true, paramLabel = "DAY", description = "The day after the last.")
        private LocalDate until;
    }

    @Override
    public Integer call() {
        ComparisonScope question = question();
        try (ConfigurableApplicationContext context =
                CommandContexts.comparison(settings.arguments(MIGRATES_NOTHING))) {
            return new RulesCompared(context, out).by(rules, firm, question);
        }
    }

    private ComparisonScope question() {
        if (days == null) {
            return new ComparisonScope(null, null, engagement);
        }
        if (!days.until.isAfter(days.from)) {
            throw new ParameterException(command.commandLine(), "--until is the day after the last: it follows --from");
        }
        return new ComparisonScope(days.from, days.until, engagement);
    }
}
