package feewright.jdbc.database;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.ui.LoggerUIService;
import org.jspecify.annotations.Nullable;

/**
 * Brings the schema of a database up to date, as its owner. Several instances may do so at once: Liquibase's lock lets one work
 * and the others wait.
 *
 * <p>The owner needs CREATEROLE, or the operator creates the roles beforehand: {@code feewright_app noinherit} and {@code
 * feewright_platform}, with {@code grant feewright_platform to feewright_app}. Whatever logs in at run time is, or is a member
 * of, {@code feewright_app}; it must own nothing and must not bypass row-level security.
 */
public final class Migrations {

    private static final String CHANGELOG = "feewright/db/changelog/changelog.yaml";

    /** Held here, because the logging system forgets the level of a logger that nobody holds. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private Migrations() {}

    /**
     * Migrates the database at {@code url}. Where {@code appPassword} is given, the role {@code feewright_app} may log in with
     * it afterwards; without, its login is the operator's affair.
     */
    public static void run(String url, Login owner, @Nullable String appPassword) {
        LIQUIBASE.setLevel(Level.WARNING);
        try (Connection connection = DriverManager.getConnection(url, owner.user(), owner.password())) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> update(database));
            if (appPassword != null) {
                connection.setAutoCommit(true);
                letAppLogIn(connection, appPassword);
            }
        } catch (Exception failure) {
            throw new IllegalStateException("the database could not be migrated", failure);
        }
    }

    private static void update(Database database) throws Exception {
        new CommandScope(UpdateCommandStep.COMMAND_NAME)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, CHANGELOG)
                .setOutput(OutputStream.nullOutputStream())
                .execute();
    }

    /** ALTER ROLE takes no parameters, so the database itself quotes the password. One instance at a time: roles are shared. */
    private static void letAppLogIn(Connection connection, String password) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('feewright_app'))");
            statement.execute(alteration(connection, password));
            statement.execute("select pg_advisory_unlock(hashtext('feewright_app'))");
        }
    }

    private static String alteration(Connection connection, String password) throws SQLException {
        try (PreparedStatement quoted =
                connection.prepareStatement("select format('alter role feewright_app login password %L', ?::text)")) {
            quoted.setString(1, password);
            try (ResultSet result = quoted.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
