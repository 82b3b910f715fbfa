package feewright.api.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import feewright.api.start.UnusableSettings;
import feewright.engagement.Engagements;
import feewright.firm.AuditTrail;
import feewright.firm.Clients;
import feewright.firm.Contents;
import feewright.firm.Firms;
import feewright.firm.Ids;
import feewright.firm.People;
import feewright.firm.RequestKeys;
import feewright.firm.Transactions;
import feewright.invoice.BillingPositions;
import feewright.invoice.InvoiceNumbers;
import feewright.invoice.Invoices;
import feewright.jdbc.JdbcAdapters;
import feewright.jdbc.Login;
import feewright.jdbc.Migrations;
import feewright.rule.Decisions;
import feewright.time.TimeEntries;
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
    JdbcAdapters adapters(HikariDataSource pool, ProcessorSettings processors) {
        return JdbcAdapters.on(pool, processors.isLive());
    }

    @Bean
    Ids ids(JdbcAdapters adapters) {
        return adapters.ids();
    }

    @Bean
    Transactions transactions(JdbcAdapters adapters) {
        return adapters.transactions();
    }

    @Bean
    Firms firms(JdbcAdapters adapters) {
        return adapters.firms();
    }

    @Bean
    Clients clients(JdbcAdapters adapters) {
        return adapters.clients();
    }

    @Bean
    People people(JdbcAdapters adapters) {
        return adapters.people();
    }

    @Bean
    Contents contents(JdbcAdapters adapters) {
        return adapters.contents();
    }

    @Bean
    RequestKeys requestKeys(JdbcAdapters adapters) {
        return adapters.requestKeys();
    }

    @Bean
    AuditTrail auditTrail(JdbcAdapters adapters) {
        return adapters.auditTrail();
    }

    @Bean
    Decisions decisions(JdbcAdapters adapters) {
        return adapters.decisions();
    }

    @Bean
    Engagements engagements(JdbcAdapters adapters) {
        return adapters.engagements();
    }

    @Bean
    TimeEntries timeEntries(JdbcAdapters adapters) {
        return adapters.timeEntries();
    }

    @Bean
    BillingPositions billingPositions(JdbcAdapters adapters) {
        return adapters.billingPositions();
    }

    @Bean
    Invoices invoices(JdbcAdapters adapters) {
        return adapters.invoices();
    }

    @Bean
    InvoiceNumbers invoiceNumbers(JdbcAdapters adapters) {
        return adapters.invoiceNumbers();
    }
}
