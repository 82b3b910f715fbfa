package feewright.api;

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

    /** Where the database of the tests' server is. */
    static String url() {
        return Server.running().context.getEnvironment().getRequiredProperty("feewright.database.url");
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }
}
