package feewright.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import feewright.engine.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database of all tests of this JVM: an embedded one, or with {@code -Dfeewright.test.url=…} (and {@code .owner},
 * {@code .password}) an external one whose database the owner owns. Firms are new in every test, so that nothing is shared but
 * the tables.
 */
final class TestDatabase {

    private static final TestDatabase SHARED = start();

    private final String url;
    private final Login owner;
    private final Login app;
    private final HikariDataSource pool;

    private TestDatabase(String url, Login owner, Login app) {
        this.url = url;
        this.owner = owner;
        this.app = app;
        Migrations.run(url, owner, app.password());
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(app.user());
        config.setPassword(app.password());
        config.setMaximumPoolSize(20);
        this.pool = new HikariDataSource(config);
    }

    static String url() {
        return SHARED.url;
    }

    static Login owner() {
        return SHARED.owner;
    }

    static Login app() {
        return SHARED.app;
    }

    /** Connections of the runtime role. */
    static DataSource pool() {
        return SHARED.pool;
    }

    static Ports ports() {
        return ports(pool());
    }

    static Ports ports(DataSource database) {
        return JdbcPorts.on(database, true);
    }

    private static TestDatabase start() {
        Login app = new Login("feewright_app", "feewright");
        @Nullable String external = System.getProperty("feewright.test.url");
        if (external != null) {
            Login owner = new Login(
                    System.getProperty("feewright.test.owner", "feewright_owner"),
                    System.getProperty("feewright.test.password", "feewright"));
            return new TestDatabase(external, owner, app);
        }
        try {
            EmbeddedDatabase embedded = EmbeddedDatabase.start(Files.createTempDirectory(Path.of("target"), "pg"), 0);
            return new TestDatabase(embedded.url(), embedded.owner(), embedded.app());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
