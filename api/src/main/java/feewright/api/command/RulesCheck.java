package feewright.api.command;

import feewright.drools.CheckRules;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command that checks a directory of rules. It needs no database, and of the settings only {@code logging.level.root}. */
@Command(
        name = "check",
        description = {
            "Checks a directory of rules as loading it would: compiles them and runs their scenarios.",
            "Prints every fault with its file, its line and what to do, or what the pack holds. Puts nothing in force."
        },
        exitCodeList = {"0:the pack would load", "1:the pack has faults", "2:wrong usage"},
        footer = "  feewright rules check my-rules")
final class RulesCheck implements Callable<Integer> {

    @Parameters(paramLabel = "DIRECTORY", description = "The directory of the rules.")
    private Path directory;

    @Mixin
    private final Settings settings = new Settings();

    private final PrintStream out;

    RulesCheck(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(settings.arguments()));
        ConfigurationPropertySources.attach(environment);
        LoggingSystem logging = LoggingSystem.get(RulesCheck.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(environment), null, null);
        LogLevel level = Binder.get(environment)
                .bind("logging.level.root", LogLevel.class)
                .orElse(LogLevel.ERROR);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, level);
        return CheckRules.check(directory, out);
    }
}
