package feewright.api;

import feewright.api.wiring.Commands;
import feewright.drools.CheckRules;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.core.env.StandardEnvironment;

/**
 * The application: a server, or one of its commands: {@code check DIR} for rules, {@code register-firm} for a new firm,
 * {@code bill} for what is due, {@code what-if} for what other rules would have said, {@code export} and {@code import} for all of a firm.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Feewright {

    private static final String CHECK = "check";

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(CHECK)) {
            System.exit(check(arguments));
        }
        Commands.run(arguments, System.out).ifPresent(System::exit);
        SpringApplication.run(Feewright.class, arguments);
    }

    /** Gives the exit code: 0 if the rules would load, 1 if not, 2 if no directory is named. */
    private static int check(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("usage: check DIR");
            return 2;
        }
        LoggingSystem logging = LoggingSystem.get(Feewright.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        return CheckRules.check(Path.of(arguments[1]), System.out);
    }
}
