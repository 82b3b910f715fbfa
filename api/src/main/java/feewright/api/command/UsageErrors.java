package feewright.api.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Tells in a line what is wrong with the arguments and what is nearest to it, and in another where the help is. Quotes no setting's value. */
final class UsageErrors implements IParameterExceptionHandler {

    /** Of a command that does nothing by itself: its commands. */
    static int usage(CommandSpec command) {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCode.USAGE;
    }

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine line = error.getCommandLine();
        String command = line.getCommandSpec().qualifiedName();
        PrintWriter err = line.getErr();
        err.println(command + ": " + text(error, line));
        err.println("Try '" + command + " --help'.");
        return ExitCode.USAGE;
    }

    /** An option that is misspelt is the reason where another is missed. */
    private static String text(ParameterException error, CommandLine line) {
        List<String> unknown = line.getUnmatchedArguments();
        if (unknown.isEmpty()) {
            String text = String.valueOf(error.getMessage()).replaceFirst("^Error: ", "");
            return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
        }
        String name = unknown.getFirst().replaceFirst("=.*", "");
        if (!name.startsWith("-")) {
            return line.getSubcommands().isEmpty() ? "unexpected argument " + name : noSuchCommand(name, line);
        }
        if (!name.contains(".")) {
            return "unknown option " + name + meant(new Nearest(name).of(options(line)));
        }
        return "unknown option " + name + ". A setting is given to a command as --set " + name.replaceFirst("^-+", "")
                + "=VALUE.";
    }

    private static String noSuchCommand(String name, CommandLine line) {
        Map<String, String> paths = new LinkedHashMap<>();
        line.getSubcommands().forEach((command, found) -> {
            paths.put(command, command);
            found.getSubcommands().keySet().forEach(inner -> paths.putIfAbsent(inner, command + " " + inner));
        });
        return "no such command: " + name
                + meant(new Nearest(name).of(paths.keySet()).map(paths::get));
    }

    private static String meant(Optional<String> near) {
        return near.map(found -> ". Did you mean " + found + "?").orElse("");
    }

    private static List<String> options(CommandLine line) {
        return line.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
    }
}
