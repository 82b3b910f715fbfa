package feewright.api.fuzz;

import feewright.api.fixture.Superuser;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything of a firm has changed: for each table how many rows there are and which transaction wrote the last of them. Looked
 * at only if anything was written at all. A refusal may keep its decision, and who looked in break-glass.
 */
final class FuzzState implements AutoCloseable {

    private static final String KEPT = "'decision', 'break_glass_access'";

    private final Connection connection = Superuser.connect();
    private final String rows;
    private @Nullable String log;
    private List<String> seen;

    FuzzState(String firm) throws SQLException {
        List<String> tables = ask("""
            select relname from pg_class c
            where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in (%s)
                and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'firm_id')
            """.formatted(KEPT));
        rows = tables.stream()
                .map(table ->
                        "select '%1$s ' || count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) from %1$s where firm_id = '%2$s'"
                                .formatted(table, firm))
                .collect(Collectors.joining(" union all "));
        seen = ask(rows);
    }

    /** The tables that have changed since this was asked the last time, or since {@link #move}. */
    List<String> changed() throws SQLException {
        List<String> now = written() ? ask(rows) : seen;
        List<String> changed = now.stream().filter(row -> !seen.contains(row)).toList();
        seen = now;
        return changed;
    }

    /** What has changed is as it should be. */
    void move() throws SQLException {
        if (written()) {
            seen = ask(rows);
        }
    }

    private boolean written() throws SQLException {
        String before = log;
        log = ask("select pg_current_wal_insert_lsn()").getFirst();
        return !Objects.equals(before, log);
    }

    private List<String> ask(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                found.add(result.getString(1));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
