package feewright.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The database as a process sees it that dies, or loses its connection, at one commit: right before it reaches the database, or
 * right after. A process that died does nothing any more; what it had open is rolled back, as the database does.
 */
final class FailingDatabase extends DelegatingDataSource {

    private final Failure failure;
    private final int atCommit;
    private int commits;
    private boolean dead;

    /** How it fails. */
    enum Failure {
        NEVER,
        KILLED_BEFORE,
        KILLED_AFTER,
        LOST_BEFORE,
        LOST_AFTER;

        boolean kills() {
            return this == KILLED_BEFORE || this == KILLED_AFTER;
        }

        boolean after() {
            return this == KILLED_AFTER || this == LOST_AFTER;
        }
    }

    /** The end of the process: nothing catches it. */
    static final class Killed extends Error {

        private static final long serialVersionUID = 1;
    }

    FailingDatabase(DataSource database, Failure failure, int atCommit) {
        super(database);
        this.failure = failure;
        this.atCommit = atCommit;
    }

    int commits() {
        return commits;
    }

    @Override
    public Connection getConnection() throws SQLException {
        requireAlive();
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) -> called(connection, method, arguments));
    }

    private Object called(Connection connection, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            connection.close();
            return null;
        }
        requireAlive();
        if (method.getName().equals("commit")) {
            commits++;
            if (commits == atCommit && failure != Failure.NEVER) {
                fail(connection);
            }
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private void fail(Connection connection) throws SQLException {
        if (failure.after()) {
            connection.commit();
        } else {
            connection.rollback();
        }
        if (failure.kills()) {
            dead = true;
            throw new Killed();
        }
        throw new SQLException("connection lost", "08006");
    }

    private void requireAlive() {
        if (dead) {
            throw new Killed();
        }
    }
}
