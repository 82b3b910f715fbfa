package feewright.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Something that the application asked of its connection, and that plain JDBC can ask again. */
sealed interface Step {

    /** Does it again, and counts what it cost. */
    void repeat(Connection connection, Traffic traffic) throws SQLException;

    /** Gives a prepared statement one of its parameters again. */
    interface Parameter {
        void give(PreparedStatement statement) throws SQLException;
    }

    record Plain(String sql) implements Step {

        @Override
        public void repeat(Connection connection, Traffic traffic) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                drain(statement, statement.execute(sql), traffic);
            }
        }
    }

    record Prepared(String sql, List<Parameter> parameters) implements Step {

        @Override
        public void repeat(Connection connection, Traffic traffic) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Parameter parameter : parameters) {
                    parameter.give(statement);
                }
                drain(statement, statement.execute(), traffic);
            }
        }
    }

    record ReadOnly(boolean on) implements Step {

        @Override
        public void repeat(Connection connection, Traffic traffic) throws SQLException {
            connection.setReadOnly(on);
        }
    }

    record Commit() implements Step {

        @Override
        public void repeat(Connection connection, Traffic traffic) throws SQLException {
            connection.commit();
            traffic.trip();
        }
    }

    private static void drain(Statement statement, boolean first, Traffic traffic) throws SQLException {
        traffic.trip();
        boolean isResult = first;
        while (isResult || statement.getUpdateCount() >= 0) {
            if (isResult) {
                read(statement, traffic);
            } else {
                traffic.wrote(statement.getUpdateCount());
            }
            isResult = statement.getMoreResults();
        }
    }

    private static void read(Statement statement, Traffic traffic) throws SQLException {
        try (ResultSet result = statement.getResultSet()) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                for (int column = 1; column <= columns; column++) {
                    result.getObject(column);
                }
                traffic.read();
            }
        }
    }
}
