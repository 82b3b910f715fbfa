package feewright.api.command;

import feewright.api.start.UnusableSettings;
import feewright.platform.StorageUnavailable;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * The commands of {@code feewright}. {@code server} starts one with its settings, as Spring reads arguments; results go to {@code out},
 * and what is wrong with the arguments to {@code err}.
 */
public record Commands(Consumer<String[]> server, PrintStream out, PrintStream err) {

    /** Of every command: its settings cannot be used, or the database cannot be reached. */
    public static final int CANNOT_BEGIN = 4;

    /** Runs the command that is named, and gives its exit code; empty where a server goes on. Nothing starts before all is read. */
    public OptionalInt run(String... arguments) {
        int code = line().execute(arguments);
        return code == Serve.GOES_ON ? OptionalInt.empty() : OptionalInt.of(code);
    }

    private CommandLine line() {
        CommandLine line = new CommandLine(new Root())
                .addSubcommand(new Serve(server))
                .addSubcommand(new Bill(out))
                .addSubcommand(new WhatIf(out))
                .addSubcommand(new CommandLine(new Rules()).addSubcommand(new RulesCheck(out)))
                .addSubcommand(new Export(out))
                .addSubcommand(new Import(out))
                .addSubcommand(new RegisterFirm(out))
                .addSubcommand(completion());
        Values.register(line);
        return line.setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(this::failed)
                .setOut(new PrintWriter(out, true, out.charset()))
                .setErr(new PrintWriter(err, true, err.charset()));
    }

    private static CommandLine completion() {
        CommandLine line = new CommandLine(new GenerateCompletion());
        line.getCommandSpec()
                .usageMessage()
                .description("Prints a script by which bash and zsh complete commands and options.")
                .exitCodeList(Map.of("0", "done", "2", "wrong usage"))
                .footer("  source <(feewright generate-completion)");
        return line;
    }

    /** What is a defect is thrown again, and told with its trace. */
    private int failed(Exception failure, CommandLine line, ParseResult read) throws Exception {
        if (failure instanceof StorageUnavailable) {
            out.println("the database cannot be reached: run the command again, it finds out what was done");
            return CANNOT_BEGIN;
        }
        if (isUnusable(failure)) {
            return CANNOT_BEGIN;
        }
        throw failure;
    }

    /** Whether it is about settings that cannot be used, which were told when the application did not start. */
    static boolean isUnusable(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableSettings) {
                return true;
            }
        }
        return false;
    }
}
