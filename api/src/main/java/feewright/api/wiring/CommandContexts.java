package feewright.api.wiring;

import feewright.api.run.RunRequests;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The parts of the application that commands need: never its web server. Settings are given as Spring reads arguments
 * ({@code --name=value}); what is wrong with them is told before anything is built.
 */
public final class CommandContexts {

    private CommandContexts() {}

    /** The database and its ports. */
    public static ConfigurableApplicationContext storage(String... settings) {
        return started(settings, StorageConfiguration.class);
    }

    /** What exports and imports a firm. */
    public static ConfigurableApplicationContext archives(String... settings) {
        return started(settings, StorageConfiguration.class, ArchiveConfiguration.class);
    }

    /** What bills, with the workers of an instance. */
    public static ConfigurableApplicationContext billing(String... settings) {
        return started(
                settings,
                StorageConfiguration.class,
                EngineConfiguration.class,
                RunConfiguration.class,
                RunRequests.class,
                RunRequests.Registers.class);
    }

    /** What compares rules. */
    public static ConfigurableApplicationContext comparison(String... settings) {
        return started(settings, StorageConfiguration.class, EngineConfiguration.class);
    }

    private static ConfigurableApplicationContext started(String[] settings, Class<?>... parts) {
        return new SpringApplicationBuilder(parts)
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=" + LogLevel.WARN.name())
                .run(settings);
    }
}
