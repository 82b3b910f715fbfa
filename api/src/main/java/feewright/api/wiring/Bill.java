package feewright.api.wiring;

import feewright.api.command.BillArguments;
import feewright.api.command.Console;
import feewright.api.run.RunRequests;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.ConfigurableApplicationContext;

/** The command that bills a firm in this process, with the workers of an instance and without its web server (requirement P5). */
public final class Bill {

    /** The command's name. */
    public static final String NAME = "bill";

    static final int UNREADABLE = 2;

    private Bill() {}

    /** Bills, and gives the exit code: 0, 1 if something was set aside, 2 if the arguments are wrong, 3 if it did not finish. */
    public static int run(String[] arguments, PrintStream out) {
        List<String> given = Arrays.asList(arguments).subList(1, arguments.length);
        Optional<BillArguments> read = BillArguments.read(given);
        if (read.isEmpty()) {
            out.println(BillArguments.USAGE);
            return UNREADABLE;
        }
        boolean terminal = Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
        try (ConfigurableApplicationContext context = engine(read.get().settings())) {
            return BillingInProcess.of(context, new Console(out, terminal), out).bill(read.get());
        }
    }

    private static ConfigurableApplicationContext engine(List<String> settings) {
        return new SpringApplicationBuilder(
                        StorageConfiguration.class,
                        EngineConfiguration.class,
                        RunConfiguration.class,
                        RunRequests.class,
                        RunRequests.Registers.class)
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=" + LogLevel.WARN.name())
                .run(settings.toArray(String[]::new));
    }
}
