package feewright.jdbc.archive;

import feewright.archive.FirmTable;
import feewright.archive.FirmTable.Column;
import feewright.archive.FirmTables;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The tables by the catalogue of the database. The statements that read and write them are the only ones that are made: by the
 * database itself, which quotes the names.
 */
public final class JdbcFirmTables implements FirmTables {

    private static final String NAMES = "names";

    private final Statements statements;

    public JdbcFirmTables(Statements statements) {
        this.statements = statements;
    }

    private record Reference(String table, String to) {}

    @Override
    public List<FirmTable> all() {
        List<FirmTable> tables = statements.rows(
                """
                select
                    c.relname, obj_description(c.oid, 'pg_class') as says,
                    array_agg(a.attname::text order by a.attnum) as names,
                    array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and exists (
                    select from pg_attribute f where f.attrelid = c.oid and f.attname = 'firm_id')
                group by c.oid, c.relname
                order by c.relname
                """, Parameters.ofNoFirm(), row -> table(row.text("relname"), row.text("says"), columns(row)));
        return inOrder(
                tables,
                statements.rows(
                        """
                        select f.conrelid::regclass::text as referring, f.confrelid::regclass::text as referred
                        from pg_constraint f
                        where f.connamespace = 'public'::regnamespace and f.contype = 'f' and not f.condeferrable
                            and f.conrelid <> f.confrelid
                        """, Parameters.ofNoFirm(), row -> new Reference(row.text("referring"), row.text("referred"))));
    }

    private static FirmTable table(String name, String says, List<Column> columns) {
        int kind = says.indexOf(": ");
        return new FirmTable(name, says.substring(0, kind), says.substring(kind + 2), columns);
    }

    private static List<Column> columns(Row row) throws SQLException {
        List<String> names = row.texts(NAMES);
        List<String> types = row.texts("types");
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new Column(names.get(i), types.get(i)));
        }
        return columns;
    }

    /** By name, but after whatever a table refers to. Two that refer to each other need a key that can wait (deferrable). */
    private static List<FirmTable> inOrder(List<FirmTable> tables, List<Reference> references) {
        List<FirmTable> left = new ArrayList<>(tables);
        left.sort(Comparator.comparing(FirmTable::name));
        List<FirmTable> ordered = new ArrayList<>();
        Set<String> there = new HashSet<>();
        while (!left.isEmpty()) {
            FirmTable next = left.stream()
                    .filter(table -> references.stream()
                            .filter(reference -> reference.table().equals(table.name()))
                            .allMatch(reference -> there.contains(reference.to())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("tables that refer to each other: "
                            + left.stream().map(FirmTable::name).toList()));
            left.remove(next);
            ordered.add(next);
            there.add(next.name());
        }
        return ordered;
    }

    @Override
    public void read(FirmId firm, FirmTable table, Consumer<String> line) {
        String sql = statements
                .row("""
                    select format(
                        'select row_to_json(t)::text as line from (select %s from %I where firm_id = :firm order by %s) t',
                        (select string_agg(quote_ident(name), ', ' order by place)
                            from unnest(:names::text[]) with ordinality as n (name, place)),
                        c.relname,
                        (select string_agg(quote_ident(a.attname), ', ' order by k.place)
                            from pg_index i
                            cross join unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
                            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                            where i.indrelid = c.oid and i.indisprimary)) as made,
                        set_config('timezone', 'UTC', true)
                    from pg_class c
                    where c.relnamespace = 'public'::regnamespace and c.relname = :table
                    """, parameters(firm, table), row -> row.text("made"))
                .orElseThrow();
        statements.each(sql, Parameters.of(firm), row -> {
            line.accept(row.text("line"));
            return line;
        });
    }

    @Override
    public void add(FirmId firm, FirmTable table, List<String> lines) {
        String sql = statements
                .row("""
                    select format(
                        'set constraints all deferred; insert into %1$I (%2$s) select %3$s from unnest(:lines::text[]) as l (line)'
                            || ' cross join lateral json_populate_record(null::%1$I, l.line::json) r',
                        c.relname,
                        (select string_agg(quote_ident(name), ', ' order by place)
                            from unnest(:names::text[]) with ordinality as n (name, place)),
                        (select string_agg('r.' || quote_ident(name), ', ' order by place)
                            from unnest(:names::text[]) with ordinality as n (name, place))) as made
                    from pg_class c
                    where c.relnamespace = 'public'::regnamespace and c.relname = :table
                    """, parameters(firm, table), row -> row.text("made"))
                .orElseThrow();
        statements.changes(sql, Parameters.of(firm).texts("lines", lines));
    }

    private static Parameters parameters(FirmId firm, FirmTable table) {
        return Parameters.of(firm)
                .text("table", table.name())
                .texts(NAMES, table.columns().stream().map(Column::name).toList());
    }
}
