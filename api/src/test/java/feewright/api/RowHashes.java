package feewright.api;

import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** Every row of the tables of some kind, by a hash: what was there before something has to be there after it. */
final class RowHashes {

    private RowHashes() {}

    /** The rows of a firm in all tables whose comment says that they are facts, each as table and hash. */
    static Set<String> ofFirm(String firm) throws SQLException {
        return ofFirm(Superuser.url(), firm, "fact");
    }

    /** The rows of a firm in all tables of a kind, in the database at this address. A new table is looked at by itself. */
    static Set<String> ofFirm(String url, String firm, String kind) throws SQLException {
        Set<String> rows = new TreeSet<>();
        for (String query : Superuser.askAt(url, """
            select format('select %%1$L || '' '' || md5(t::text) from %%1$I t where firm_id = ''%s''', relname)
            from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('shedlock', 'instance_rules')
                and obj_description(oid) like '%s: %%'
            """.formatted(firm, kind))) {
            rows.addAll(Superuser.askAt(url, query));
        }
        return rows;
    }
}
