package feewright.bench.run;

import feewright.jdbc.database.EmbeddedDatabase;
import feewright.jdbc.database.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.boot.logging.LoggingSystem;

/** A database made for this run, and statements of its superuser, whom no wall holds. */
final class Server implements AutoCloseable {

    private final EmbeddedDatabase database;
    private final Connection superuser;

    private Server(EmbeddedDatabase database, Connection superuser) {
        this.database = database;
        this.superuser = superuser;
    }

    static Server start() {
        try {
            // Silent: nothing configures it here.
            LoggingSystem.get(Server.class.getClassLoader()).beforeInitialize();
            Path directory = Files.createTempDirectory("feewright-bench");
            EmbeddedDatabase database = EmbeddedDatabase.start(directory.resolve("postgres"), 0);
            Migrations.run(database.url(), database.owner(), database.app().password());
            Connection superuser = DriverManager.getConnection(database.url(), "postgres", "postgres");
            return new Server(database, superuser);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    EmbeddedDatabase database() {
        return database;
    }

    /** Runs statements in one transaction, or one that allows no transaction by itself. */
    void run(String... statements) {
        try (Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(statements.length == 1);
            for (String sql : statements) {
                statement.execute(sql);
            }
            if (statements.length > 1) {
                superuser.commit();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    long count(String query) {
        return Long.parseLong(text(query));
    }

    String text(String query) {
        try (Statement statement = superuser.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * What autovacuum would do before long: fresh statistics, no dead rows. Like it, empty tables are left alone: a table that is
     * known to be empty is read whole by the plans of key checks, for as long as they are kept.
     */
    void settle() {
        String tables = text("""
            select coalesce(string_agg(relname, ',' order by relname), '')
            from pg_class
            where relkind = 'r' and relnamespace = 'public'::regnamespace
            """);
        for (String table : tables.split(",", -1)) {
            if (count("select count(*) from (select from " + table + " limit 1) t") > 0) {
                run("vacuum analyze " + table);
            }
        }
        run("checkpoint");
    }

    @Override
    public void close() {
        try {
            superuser.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        database.close();
    }
}
