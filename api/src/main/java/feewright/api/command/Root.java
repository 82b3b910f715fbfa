package feewright.api.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What is called without a command: it starts nothing, and shows which commands there are. */
@Command(
        name = "feewright",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        sortSynopsis = false,
        usageHelpWidth = 110,
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nArguments:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        footerHeading = "%nExamples:%n",
        description = {
            "Turns signed terms and approved time into invoices.",
            "'feewright COMMAND --help' says what a command does, and how it ends."
        },
        exitCodeList = {
            "0:done",
            "1:refused, or something differs",
            "2:wrong usage",
            "3:not finished",
            "4:the settings cannot be used, or the database cannot be reached"
        },
        footer = {
            "  feewright serve",
            "  feewright bill --firm 0199a000-0000-7000-8000-0000000000f1 --dry-run",
            "  feewright rules check my-rules"
        })
final class Root implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        return UsageErrors.usage(command);
    }
}
