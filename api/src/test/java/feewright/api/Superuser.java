package feewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.jdbc.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tests' database seen and changed by hand, past every wall. */
final class Superuser {

    private Superuser() {}

    static Connection connect() throws SQLException {
        return connect(url());
    }

    static void run(String sql) throws SQLException {
        run(url(), sql);
    }

    static void run(String url, String sql) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the query, as text, after some statements on the same connection. */
    static List<String> ask(String query, String... before) throws SQLException {
        return askAt(url(), query, before);
    }

    /** The same of another database than the tests' server has. */
    static List<String> askAt(String url, String query, String... before) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            for (String sql : before) {
                statement.execute(sql);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(query)) {
                while (result.next()) {
                    values.add(String.valueOf(result.getString(1)));
                }
            }
            return values;
        }
    }

    /** Returns as soon as a request waits for a lock; fails after ten seconds. */
    static void awaitWaitingRequest() throws SQLException, InterruptedException {
        String waiting =
                "select pid from pg_stat_activity where usename = 'feewright_app' and wait_event_type = 'Lock'";
        for (int i = 0; ask(waiting).isEmpty(); i++) {
            assertThat(i).as("a request waits for a lock").isLessThan(500);
            Thread.sleep(20);
        }
    }

    /** Where the database of the tests' server is. */
    static String url() {
        return Server.running().context.getEnvironment().getRequiredProperty("feewright.database.url");
    }

    private static Connection connect(String url) throws SQLException {
        Login superuser = TestDatabase.superuser();
        return DriverManager.getConnection(url, superuser.user(), superuser.password());
    }
}
