package feewright.api.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import feewright.api.start.UnusableSettings;
import feewright.engine.Ports;
import feewright.jdbc.JdbcPorts;
import feewright.jdbc.database.Login;
import feewright.jdbc.database.Migrations;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The database: migrated at start, then every port of the engine on one pool of the app role's connections. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, ProcessorSettings.class})
class StorageConfiguration {

    /** The role that migrations make; any other that logs in is made by the operator. */
    private static final String APP_ROLE = "feewright_app";

    @Bean
    @Profile("!demo")
    DatabaseAccess databaseAccess(DatabaseSettings settings) {
        List<String> missing = settings.missing();
        if (!missing.isEmpty()) {
            throw new UnusableSettings(missing);
        }
        Login migrating =
                settings.migrate() ? Objects.requireNonNull(settings.owner()).login() : null;
        Login app = Objects.requireNonNull(settings.app()).login();
        boolean grantsLogin = app.user().equals(APP_ROLE) && !app.password().isEmpty();
        return new DatabaseAccess(Objects.requireNonNull(settings.url()), migrating, app, grantsLogin);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource pool(DatabaseAccess access, DatabaseSettings settings) {
        settings.require();
        @Nullable Login owner = access.owner();
        if (owner != null) {
            Migrations.run(
                    access.url(), owner, access.grantsLogin() ? access.app().password() : null);
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("feewright");
        config.setJdbcUrl(access.url());
        config.setUsername(access.app().user());
        config.setPassword(access.app().password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(settings.poolTimeout().toMillis());
        config.setValidationTimeout(settings.poolTimeout().dividedBy(2).toMillis());
        config.setAutoCommit(false);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // The database's own words about a failure quote values, which may be content.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }

    @Bean
    Ports ports(HikariDataSource pool, ProcessorSettings processors) {
        return JdbcPorts.on(pool, processors.isLive());
    }

    @Bean
    static EngineBeans portBeans() {
        return EngineBeans.ports();
    }
}
