package feewright.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the database says of itself, so that a new table is tested without anybody remembering it. */
final class Catalogue {

    private Catalogue() {}

    /** The firm's tables, all of them: everything but Liquibase's own. */
    static List<String> tables() throws SQLException {
        return ask("""
            select c.relname
            from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'databasechangelog%'
            order by 1
            """);
    }

    /** The tables of firms: all but the list of firms and the locks of the schedule, which hold ids only. */
    static List<String> walledTables() throws SQLException {
        return tables().stream()
                .filter(table ->
                        !List.of("tenant", "shedlock", "instance_rules").contains(table))
                .toList();
    }

    /** The tables whose comment says that they are of this kind. */
    static List<String> tables(String kind) throws SQLException {
        return tables().stream().filter(table -> isKind(table, kind)).toList();
    }

    private static boolean isKind(String table, String kind) {
        try {
            return ask("select obj_description('%s'::regclass)".formatted(table))
                    .getFirst()
                    .startsWith(kind + ": ");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of a query of the owner. */
    static List<String> ask(String query) throws SQLException {
        Login owner = TestDatabase.owner();
        try (Connection connection = DriverManager.getConnection(TestDatabase.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(String.valueOf(result.getString(1)));
            }
            return values;
        }
    }
}
