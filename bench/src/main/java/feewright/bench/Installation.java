package feewright.bench;

import feewright.api.Feewright;
import feewright.jdbc.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A database made for this run, and on it the application twice: one as it is deployed, which is measured, and one that
 * rehearses.
 */
record Installation(
        EmbeddedDatabase database,
        Tokens tokens,
        ConfigurableApplicationContext measured,
        ConfigurableApplicationContext rehearsing)
        implements AutoCloseable {

    static Installation start() {
        try {
            Path directory = Files.createTempDirectory("feewright-bench");
            // Silent until the application configures it.
            LoggingSystem.get(Feewright.class.getClassLoader()).beforeInitialize();
            EmbeddedDatabase database = EmbeddedDatabase.start(directory.resolve("postgres"), 0);
            Tokens tokens = Tokens.make();
            Path pem = Files.writeString(directory.resolve("key.pem"), tokens.pem());
            return new Installation(
                    database,
                    tokens,
                    application(database, database.url(), pem, true),
                    application(database, Rehearsal.url(database.url()), pem, false));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ConfigurableApplicationContext application(
            EmbeddedDatabase database, String url, Path pem, boolean migrate) {
        return new SpringApplicationBuilder(Feewright.class)
                .properties(
                        "server.port=0",
                        "logging.level.root=error",
                        "feewright.billing.enabled=false",
                        "feewright.database.url=" + url,
                        "feewright.database.migrate=" + migrate,
                        "feewright.database.owner.user=" + database.owner().user(),
                        "feewright.database.owner.password=" + database.owner().password(),
                        "feewright.database.app.user=" + database.app().user(),
                        "feewright.database.app.password=" + database.app().password(),
                        "feewright.security.issuer=" + Tokens.ISSUER,
                        "feewright.security.public-keys=" + pem)
                .run();
    }

    static int port(ConfigurableApplicationContext application) {
        return Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    DataSource pool() {
        return measured.getBean(DataSource.class);
    }

    /** Brings the planner's statistics up to date, as autovacuum would before long. */
    void analyze() {
        try (Connection connection = DriverManager.getConnection(
                        database.url(),
                        database.owner().user(),
                        database.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        rehearsing.close();
        measured.close();
        database.close();
    }
}
