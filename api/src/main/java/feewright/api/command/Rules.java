package feewright.api.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands for rules of a firm's own. */
@Command(
        name = "rules",
        description = "Works on rules of your own.",
        exitCodeList = {"2:no command for rules is named"},
        footer = "  feewright rules check my-rules")
final class Rules implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        return UsageErrors.usage(command);
    }
}
