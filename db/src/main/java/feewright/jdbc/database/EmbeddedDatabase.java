package feewright.jdbc.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A PostgreSQL of its own for the demo and for tests, whose data directory survives a restart. Anybody on this machine may log
 * in to it: never for production, where its library is not even on the class path.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Login OWNER = new Login("feewright_owner", "feewright");
    private static final Login APP = new Login("feewright_app", "feewright");

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts on {@code port} (0: any free one) with the data in {@code directory}, made there at the first start. */
    public static EmbeddedDatabase start(Path directory, int port) {
        try {
            Files.createDirectories(directory);
            StalePostmaster.clear(directory);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // The library switches these off, as tests like it; an invoice that was answered must survive a
                    // crash.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    // Upper and lower case of every language, alike on every machine.
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8");
            if (port != 0) {
                builder.setPort(port);
            }
            EmbeddedDatabase database = new EmbeddedDatabase(builder.start());
            database.prepare();
            return database;
        } catch (IOException failure) {
            throw new UncheckedIOException("the embedded database did not start", failure);
        } catch (SQLException failure) {
            throw new IllegalStateException("the embedded database could not be prepared", failure);
        }
    }

    /** Where both roles log in. The driver is told to keep values out of its exceptions. */
    public String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/feewright?logServerErrorDetail=false";
    }

    /** Owns the schema: for {@link Migrations} only. */
    public Login owner() {
        return OWNER;
    }

    /** The runtime role, once {@link Migrations} has made it. */
    public Login app() {
        return APP;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("the embedded database did not stop", failure);
        }
    }

    private void prepare() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select from pg_roles where rolname = 'feewright_owner'")) {
                statement.execute("create role feewright_owner login createrole password 'feewright'");
            }
            if (!exists(statement, "select from pg_database where datname = 'feewright'")) {
                statement.execute("create database feewright owner feewright_owner");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }
}
