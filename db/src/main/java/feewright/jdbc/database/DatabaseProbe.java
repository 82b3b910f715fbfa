package feewright.jdbc.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether the database answers, on a connection of its own: a pool may have none to give, and takes its time to say so. A look
 * takes a second or two at most.
 */
public final class DatabaseProbe implements AutoCloseable {

    private static final int SECONDS = 1;
    private static final int SECONDS_AT_START = 10;

    private final String url;
    private final Login login;
    private @Nullable Connection connection;
    private boolean over;

    public DatabaseProbe(String url, Login login) {
        this.url = url;
        this.login = login;
    }

    /** Whether it answers now. */
    public synchronized boolean answers() {
        if (over) {
            return false;
        }
        try {
            Connection open =
                    connection == null ? DriverManager.getConnection(url, properties(login, SECONDS)) : connection;
            connection = open;
            if (open.isValid(SECONDS)) {
                return true;
            }
        } catch (SQLException away) {
            drop();
            return false;
        }
        drop();
        return false;
    }

    /** Why nobody can log in so, in a line for whoever sets this up; empty where it works. */
    public static Optional<String> fault(String url, Login login) {
        String where = url.replaceFirst("\\?.*", "");
        try (Connection _ = DriverManager.getConnection(url, properties(login, SECONDS_AT_START))) {
            return Optional.empty();
        } catch (SQLException refused) {
            String state = String.valueOf(refused.getSQLState());
            return Optional.of(
                    switch (state) {
                        case "28P01", "28000" ->
                            "the database %s does not let %s log in: look at its user and password"
                                    .formatted(where, login.user());
                        case "3D000" -> "there is no database %s".formatted(where);
                        default -> "no PostgreSQL answers at %s (SQL state %s)".formatted(where, state);
                    });
        }
    }

    private static Properties properties(Login login, int seconds) {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", "feewright health");
        properties.setProperty("connectTimeout", String.valueOf(seconds));
        properties.setProperty("loginTimeout", String.valueOf(seconds));
        properties.setProperty("socketTimeout", String.valueOf(seconds));
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    @Override
    public synchronized void close() {
        over = true;
        drop();
    }

    private void drop() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException gone) {
                // It was lost before: there is nothing to close.
                return;
            }
        }
    }
}
