package feewright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.firm.FirmId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Plain SQL as the runtime role, with the engine and the adapters out of the way. Everything is rolled back. */
record ByHand(@Nullable FirmId firm) {

    /** Runs statements in one transaction. */
    void run(String... statements) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Tries statements that the named constraint has to refuse. */
    void refused(String constraint, String... statements) {
        assertThatThrownBy(() -> run(statements)).isInstanceOfSatisfying(PSQLException.class, refusal -> {
            assertThat(refusal.getServerErrorMessage()).isNotNull();
            assertThat(refusal.getServerErrorMessage().getConstraint())
                    .as(refusal.getMessage())
                    .isEqualTo(constraint);
        });
    }

    /** The first column of a query, as text. */
    List<String> ask(String query) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(String.valueOf(result.getString(1)));
            }
            return values;
        }
    }

    private Connection open() throws SQLException {
        Login app = TestDatabase.app();
        Connection connection = DriverManager.getConnection(TestDatabase.url(), app.user(), app.password());
        connection.setAutoCommit(false);
        if (firm != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local feewright.firm_id = '" + firm.value() + "'");
            }
        }
        return connection;
    }
}
