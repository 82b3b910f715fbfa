package feewright.bench;

import feewright.api.Feewright;
import feewright.jdbc.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
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
            return new Installation(
                    database,
                    tokens,
                    Deployment.on(database, tokens).run(),
                    Deployment.on(database, tokens)
                            .properties(
                                    "feewright.database.url=" + Rehearsal.url(database.url()),
                                    "feewright.database.migrate=false")
                            .run());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
