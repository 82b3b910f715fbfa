package feewright.jdbc.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Sends statements, each in one round trip. A text may hold several statements, separated by semicolons: each sees what the
 * ones before it did, and what others committed before it began.
 */
public final class Statements {

    private static final int ROWS_AT_ONCE = 1_000;

    private final NamedParameterJdbcTemplate jdbc;

    public Statements(DataSource database) {
        JdbcTemplate template = new JdbcTemplate();
        template.setDataSource(database);
        template.setExceptionTranslator(new Conflicts());
        jdbc = new NamedParameterJdbcTemplate(template);
    }

    /** The rows of the one query in the text. */
    public <T> List<T> rows(String sql, Parameters parameters, Row.Reader<T> reader) {
        return jdbc.query(sql, parameters.source(), (result, _) -> reader.read(new Row(result)));
    }

    public <T> Optional<T> row(String sql, Parameters parameters, Row.Reader<T> reader) {
        return rows(sql, parameters, reader).stream().findFirst();
    }

    /** The count of the one change in the text. */
    public int change(String sql, Parameters parameters) {
        return changes(sql, parameters).getFirst();
    }

    /** The counts of all changes in the text, in its order. */
    public List<Integer> changes(String sql, Parameters parameters) {
        return jdbc.execute(sql, parameters.source(), statement -> {
            List<Integer> counts = new ArrayList<>();
            statement.execute();
            for (int count = statement.getUpdateCount(); count >= 0; count = next(statement)) {
                counts.add(count);
            }
            return counts;
        });
    }

    /** Makes the one change in the text once for each of the parameters, in their order, sent at once; the count of all of them. */
    public int changeEach(String sql, List<Parameters> parameters) {
        if (parameters.isEmpty()) {
            return 0;
        }
        if (parameters.size() == 1) {
            return change(sql, parameters.getFirst());
        }
        SqlParameterSource[] sources =
                parameters.stream().map(Parameters::source).toArray(SqlParameterSource[]::new);
        return Arrays.stream(jdbc.batchUpdate(sql, sources)).sum();
    }

    /** Gives the rows of every query in the text to the reader in its place; a statement without a use for its rows has one, too. */
    public void results(String sql, Parameters parameters, List<Row.Reader<?>> readers) {
        jdbc.execute(sql, parameters.source(), statement -> {
            statement.execute();
            for (Row.Reader<?> reader : readers) {
                try (ResultSet result = statement.getResultSet()) {
                    Row row = new Row(result);
                    while (result.next()) {
                        reader.read(row);
                    }
                }
                statement.getMoreResults();
            }
            return readers.size();
        });
    }

    /** Gives the rows of the one query to the reader as they come, of which any number fits: they are not held. In a transaction. */
    public void each(String sql, Parameters parameters, Row.Reader<?> reader) {
        jdbc.execute(sql, parameters.source(), statement -> {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result);
                while (result.next()) {
                    reader.read(row);
                }
            }
            return true;
        });
    }

    private static int next(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        return statement.getUpdateCount();
    }
}
