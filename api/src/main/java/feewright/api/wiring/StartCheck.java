package feewright.api.wiring;

import feewright.api.archive.ExportSettings;
import feewright.api.attempt.CollectionSettings;
import feewright.api.privacy.BreakGlassSettings;
import feewright.api.run.BillingSettings;
import feewright.api.security.SecuritySettings;
import feewright.api.start.CheckedSettings;
import feewright.api.start.Demo;
import feewright.api.start.DemoSettings;
import feewright.api.start.Port;
import feewright.api.start.UnusableSettings;
import feewright.api.traffic.TrafficSettings;
import feewright.api.webhook.WebhookSettings;
import feewright.jdbc.database.DatabaseProbe;
import feewright.jdbc.database.Login;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Looks at all settings, the port and the database before anything is built, and tells everything that is wrong at once: an operator
 * should not wait for rules to be compiled to hear of a port, nor hear of one setting after the other. Known by META-INF/spring.factories.
 */
final class StartCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int USUAL_PORT = 8080;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        BoundSettings settings = new BoundSettings(context.getEnvironment());
        boolean demo = Demo.isOn(context.getEnvironment());
        Optional<DatabaseSettings> database = settings.of("feewright.database", DatabaseSettings.class);
        check(settings, "feewright.billing", BillingSettings.class);
        check(settings, "feewright.stripe", ProcessorSettings.class);
        check(settings, "feewright.rules", RulesSettings.class);
        database.ifPresent(found -> {
            settings.faults().addAll(found.faults());
            settings.faults().addAll(demo ? List.of() : found.missing());
        });
        if (context instanceof WebServerApplicationContext) {
            serving(settings, demo);
        }
        if (demo) {
            demo(settings);
        }
        if (settings.faults().isEmpty() && !demo) {
            database.ifPresent(found -> settings.faults().addAll(unreachable(found)));
        }
        if (!settings.faults().isEmpty()) {
            throw new UnusableSettings(settings.faults());
        }
    }

    private static <T extends CheckedSettings> void check(BoundSettings settings, String prefix, Class<T> type) {
        settings.of(prefix, type).ifPresent(found -> settings.faults().addAll(found.faults()));
    }

    private static void serving(BoundSettings settings, boolean demo) {
        check(settings, "feewright.collection", CollectionSettings.class);
        check(settings, "feewright.webhooks", WebhookSettings.class);
        check(settings, "feewright.export", ExportSettings.class);
        check(settings, "feewright.break-glass", BreakGlassSettings.class);
        check(settings, "feewright.traffic", TrafficSettings.class);
        settings.of("feewright.security", SecuritySettings.class)
                .ifPresent(found -> settings.faults().addAll(found.faults(demo)));
        int port = settings.value("server.port", Integer.class).orElse(USUAL_PORT);
        @Nullable
        InetAddress address =
                settings.value("server.address", InetAddress.class).orElse(null);
        if (Port.isTaken(address, port)) {
            settings.faults()
                    .add("port %d is taken: stop what listens there, or set server.port to another".formatted(port));
        }
    }

    private static void demo(BoundSettings settings) {
        if (!Demo.isPossible()) {
            settings.faults()
                    .add("this jar has no profile demo, for it holds no PostgreSQL: ./mvnw -q -Pdemo starts the demo"
                            + " from the sources");
        }
        settings.of("feewright.demo", DemoSettings.class)
                .filter(DemoSettings::isPortTaken)
                .ifPresent(found -> settings.faults()
                        .add("port %d, where the demo's database listens, is taken: stop what listens there, or set"
                                        .formatted(found.databasePort())
                                + " feewright.demo.database-port to another"));
    }

    /** Whoever logs in first; the runtime role may be made, and given its password, by the migration only. */
    private static List<String> unreachable(DatabaseSettings settings) {
        List<String> faults = new ArrayList<>();
        String url = String.valueOf(settings.url());
        DatabaseSettings.User first = settings.migrate() ? settings.owner() : settings.app();
        if (first != null) {
            Login login = first.login();
            DatabaseProbe.fault(url, login).ifPresent(faults::add);
        }
        return faults;
    }
}
