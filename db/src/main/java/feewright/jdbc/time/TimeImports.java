package feewright.jdbc.time;

import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import feewright.time.TimeEntryId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The claims of rows of import files: one statement for a whole file. */
record TimeImports(Statements statements) {

    Set<String> among(FirmId firm, Collection<String> rowHashes) {
        return rowHashes.isEmpty()
                ? Set.of()
                : Set.copyOf(statements.rows(
                        """
                        select row_hash
                        from time_import
                        where firm_id = :firm and row_hash = any(:hashes)
                        """, Parameters.of(firm).texts("hashes", rowHashes), row -> row.text("row_hash")));
    }

    /** In the order of the hashes, so that two imports of the same rows wait for each other and never in a circle. */
    void claim(FirmId firm, Map<String, TimeEntryId> rows) {
        if (rows.isEmpty()) {
            return;
        }
        statements.change(
                """
                insert into time_import (firm_id, row_hash, entry_id)
                select :firm, row_hash, entry_id
                from unnest(:hashes::text[], :entries::uuid[]) as t (row_hash, entry_id)
                order by row_hash
                """,
                Parameters.of(firm)
                        .rows(rows.entrySet())
                        .text("hashes", Map.Entry::getKey)
                        .uuid("entries", row -> row.getValue().value())
                        .parameters());
    }
}
