package feewright.api;

import feewright.firm.FirmId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A hash of every row of a firm in every table that the database calls a fact, all columns of it, by table and hash. */
record FactRows(Set<String> rows) {

    private static final String FACTS = """
        select relname
        from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and obj_description(oid) like 'fact: %'
        order by 1
        """;

    static FactRows of(FirmId firm) throws SQLException {
        String rows = Superuser.ask(FACTS).stream()
                .map(table ->
                        "select '%1$s ' || md5(t::text) from %1$s t where firm_id = '%2$s'".formatted(table, firm))
                .collect(Collectors.joining(" union all "));
        return new FactRows(new HashSet<>(Superuser.ask(rows)));
    }

    /** What was there before and is not any more. */
    Collection<String> lostIn(FactRows after) {
        Set<String> lost = new TreeSet<>(rows);
        lost.removeAll(after.rows());
        return lost;
    }

    /** The tables that have a row. */
    Set<String> tables() {
        return rows.stream().map(row -> row.split(" ")[0]).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All tables of facts, with and without rows. */
    static List<String> allTables() throws SQLException {
        return Superuser.ask(FACTS);
    }
}
