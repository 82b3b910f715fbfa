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
        String url = Server.running().context.getEnvironment().getRequiredProperty("feewright.database.url");
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    static void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the last query, as text, after some statements on the same connection. */
    static List<String> ask(String query, String... before) throws SQLException {
        try (Connection connection = connect();
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
}
