package feewright.jdbc.database;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.jdbc.fixture.Catalogue;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The shape that every table has, so that the schema distributes by firm and nobody forgets a wall (design §2.4, §5). */
class SchemaTest {

    @Test
    void every_table_says_which_kind_it_is() throws SQLException {
        for (String table : Catalogue.tables()) {
            assertThat(Catalogue.ask("select obj_description('%s'::regclass)".formatted(table)))
                    .as(table)
                    .singleElement()
                    .asString()
                    .matches("(fact|claim|cursor|draft|content): .+");
        }
    }

    @Test
    void every_key_starts_with_the_firm() throws SQLException {
        assertThat(Catalogue.ask("""
            select con.conname
            from pg_constraint con
            join pg_attribute a on a.attrelid = con.conrelid and a.attnum = con.conkey[1]
            where con.connamespace = 'public'::regnamespace and con.contype in ('p', 'u', 'f')
                and a.attname <> 'firm_id' and con.conrelid::regclass::text not like 'databasechangelog%'
                and con.conrelid not in ('shedlock'::regclass, 'instance_rule_pack'::regclass)
            """)).isEmpty();
    }

    @Test
    void every_foreign_key_stays_in_its_firm() throws SQLException {
        assertThat(Catalogue.ask("""
            select con.conname
            from pg_constraint con
            join pg_attribute a on a.attrelid = con.confrelid and a.attnum = con.confkey[1]
            where con.connamespace = 'public'::regnamespace and con.contype = 'f'
                and a.attname <> 'firm_id'
            """)).isEmpty();
    }

    @Test
    void every_table_of_firms_has_a_primary_key_and_a_forced_wall() throws SQLException {
        for (String table : Catalogue.walledTables()) {
            assertThat(Catalogue.ask("""
                select c.relrowsecurity and c.relforcerowsecurity
                    and exists (
                        select from pg_policy p
                        where p.polrelid = c.oid and p.polcmd = '*' and p.polroles = '{0}'
                            and pg_get_expr(p.polqual, p.polrelid) like
                                '%%firm_id = %%current_setting(''feewright.firm_id''::text)%%')
                    and exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)
                from pg_class c
                where c.oid = '%s'::regclass
                """.formatted(table))).as(table).containsExactly("t");
        }
    }

    /** Whatever the statistics say: another index would be read as far as the firm goes, for each engagement. */
    @Test
    void only_the_primary_key_can_serve_a_lookup_of_a_billing_cursor() throws SQLException {
        assertThat(Catalogue.ask("""
            select i.indexrelid::regclass
            from pg_index i
            where i.indrelid = 'billing_cursor'::regclass and not i.indisprimary and i.indpred is null
            """)).isEmpty();
    }

    @Test
    void there_are_no_triggers_and_no_sequences() throws SQLException {
        assertThat(Catalogue.ask("select tgname from pg_trigger where not tgisinternal"))
                .isEmpty();
        assertThat(Catalogue.ask(
                        "select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void every_view_is_walled_as_its_reader() throws SQLException {
        assertThat(Catalogue.ask("""
            select relname
            from pg_class
            where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
                and not coalesce(reloptions @> array['security_invoker=true'], false)
            """)).isEmpty();
    }

    @Test
    void no_column_holds_a_floating_number() throws SQLException {
        assertThat(Catalogue.ask("""
            select table_name || '.' || column_name
            from information_schema.columns
            where table_schema = 'public' and data_type in ('real', 'double precision', 'numeric', 'money')
            """)).isEmpty();
    }
}
