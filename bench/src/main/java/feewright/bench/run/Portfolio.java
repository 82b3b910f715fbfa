package feewright.bench.run;

import feewright.platform.FirmId;
import java.util.UUID;

/**
 * Many engagements that are alike: one is made through the use cases, the others are copied from it on the server, with its terms
 * and approved time, under ids of their own. A whole firm can be copied as well, under the same ids in another firm.
 */
record Portfolio(Server server, FirmId firm) {

    /** What a firm has before a run, in the order of its foreign keys. */
    private static final String[] BEFORE = {
        "client",
        "person",
        "terms",
        "terms_rate",
        "engagement",
        "billing_cursor",
        "time_entry_version",
        "time_submission",
        "time_approval",
        "time_entry",
        "customer_text"
    };

    private static final String NEW_ID =
            "('01990000-' || substr(lpad(to_hex(%s), 8, '0'), 1, 4) || '-7' || substr(lpad(to_hex(%s), 8, '0'), 5, 3)"
                    + " || '-8' || substr(md5(%s::text), 1, 3) || '-' || substr(md5(%s::text || :salt), 1, 12))::uuid";

    /** Copies the only engagement of the firm so many times less one. */
    void grow(int engagements) {
        String firmId = "'" + firm + "'";
        server.run(
                """
                create temporary table copy_engagement as
                select
                    n, %s as engagement_id, %s as terms_id, e.engagement_id as of_engagement, e.terms_id as of_terms
                from engagement e, generate_series(2, %d) n
                where e.firm_id = %s
                """.formatted(id("n", "e"), id("n", "t"), engagements, firmId),
                """
                create temporary table copy_entry as
                select c.engagement_id, %s as entry_id, t.entry_id as of_entry
                from copy_engagement c
                cross join (
                    select entry_id, row_number() over (order by entry_id)::int as k
                    from time_entry
                    where firm_id = %s) t
                """.formatted(id("n * 16 + k", "h"), firmId),
                copy("terms", "terms_id = c.of_terms", "terms_id", "c.terms_id"),
                copy("terms_rate", "terms_id = c.of_terms", "terms_id", "c.terms_id"),
                copy(
                        "engagement",
                        "engagement_id = c.of_engagement",
                        "engagement_id, terms_id",
                        "c.engagement_id, c.terms_id"),
                copy("billing_cursor", "engagement_id = c.of_engagement", "engagement_id", "c.engagement_id"),
                copyTime("time_entry_version", "entry_id, engagement_id", "c.entry_id, c.engagement_id"),
                copyTime("time_submission", "entry_id", "c.entry_id"),
                copyTime("time_approval", "entry_id", "c.entry_id"),
                copyTime("time_entry", "entry_id, engagement_id", "c.entry_id, c.engagement_id"),
                """
                insert into customer_text (firm_id, subject_id, field, body)
                select t.firm_id, c.entry_id, t.field, t.body
                from copy_entry c
                join customer_text t on t.firm_id = %s and t.subject_id = c.of_entry
                """.formatted(firmId),
                "drop table copy_engagement, copy_entry");
    }

    /** The same firm once more: same rows, same ids, another firm. */
    Portfolio twin() {
        Portfolio twin = new Portfolio(server, new FirmId(UUID.randomUUID()));
        String[] statements = new String[BEFORE.length + 2];
        statements[0] = "insert into firm (firm_id, name, zone) select '%s', name, zone from firm where firm_id = '%s'"
                .formatted(twin.firm, firm);
        statements[1] = "insert into tenant (firm_id) values ('%s')".formatted(twin.firm);
        for (int table = 0; table < BEFORE.length; table++) {
            statements[table + 2] = copyInto(twin, BEFORE[table]);
        }
        server.run(statements);
        return twin;
    }

    /** The rows that a table holds of this firm, inserted for another. */
    String copyInto(Portfolio other, String table) {
        return "insert into %1$s (firm_id, %2$s) select '%3$s', %2$s from %1$s where firm_id = '%4$s'"
                .formatted(table, columns(table, "firm_id"), other.firm, firm);
    }

    private String copy(String table, String join, String replaced, String by) {
        return """
            insert into %1$s (firm_id, %2$s, %3$s)
            select x.firm_id, %4$s, %5$s
            from copy_engagement c
            join %1$s x on x.firm_id = '%6$s' and x.%7$s
            """.formatted(
                        table,
                        replaced,
                        columns(table, "firm_id, " + replaced),
                        by,
                        prefixed(table, "firm_id, " + replaced),
                        firm,
                        join);
    }

    private String copyTime(String table, String replaced, String by) {
        return """
            insert into %1$s (firm_id, %2$s, %3$s)
            select x.firm_id, %4$s, %5$s
            from copy_entry c
            join %1$s x on x.firm_id = '%6$s' and x.entry_id = c.of_entry
            """.formatted(
                        table,
                        replaced,
                        columns(table, "firm_id, " + replaced),
                        by,
                        prefixed(table, "firm_id, " + replaced),
                        firm);
    }

    private String columns(String table, String without) {
        return list(table, without, "");
    }

    private String prefixed(String table, String without) {
        return list(table, without, "x.");
    }

    private String list(String table, String without, String prefix) {
        return server.text("""
            select string_agg('%s' || attname, ', ' order by attnum)
            from pg_attribute
            where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                and attname <> all(string_to_array('%s', ', '))
            """.formatted(prefix, table, without));
    }

    /** Ascending like the ids of a busy hour, scattered in their last bytes. */
    private static String id(String number, String kind) {
        return NEW_ID.replace(":salt", "'" + kind + "'").replace("%s", "(" + number + ")");
    }
}
