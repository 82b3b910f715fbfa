package feewright.jdbc.sql;

import feewright.platform.StorageUnavailable;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Tells a database that is away from one that says no: https://www.postgresql.org/docs/current/errcodes-appendix.html */
public final class Outages {

    /**
     * Connection lost; the server is told to stop, ends a connection, or starts; a session ended because it was idle; no room on disk,
     * or for a connection. What one statement alone may cause, such as too little memory, is none.
     */
    private static final List<String> STATES = List.of("08", "57P0", "25P03", "53100", "53300");

    private Outages() {}

    /** The pool's own failures have no state: a connection that it took out of use, or that it could not give in time. */
    public static boolean isOne(SQLException failure) {
        String state = failure.getSQLState();
        return switch (failure) {
            case SQLTransientConnectionException _, SQLNonTransientConnectionException _, SQLRecoverableException _ ->
                true;
            default ->
                state == null
                        ? !(failure instanceof PSQLException)
                        : STATES.stream().anyMatch(state::startsWith);
        };
    }

    /** The condition, where the failure comes of it; else the failure itself. */
    public static RuntimeException told(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageUnavailable away) {
                return away;
            }
            if (cause instanceof SQLException sql && isOne(sql)) {
                return new StorageUnavailable("SQL state " + sql.getSQLState());
            }
        }
        return failure;
    }
}
