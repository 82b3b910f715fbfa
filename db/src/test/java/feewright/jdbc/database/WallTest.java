package feewright.jdbc.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.jdbc.fixture.Books;
import feewright.jdbc.fixture.ByHand;
import feewright.jdbc.fixture.Catalogue;
import feewright.jdbc.fixture.TestDatabase;
import feewright.jdbc.sql.StatementFault;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.Role;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The walls: what the runtime role, another firm and a platform operator cannot do, whatever the code above says (T1, T2, T3). */
class WallTest {

    private static final String DENIED = "42501";

    private Books books;
    private Office neighbour;

    @BeforeEach
    void openOffices() {
        books = new Books();
        neighbour = Office.open(TestDatabase.ports(), new PermissiveRulebook());
    }

    @Test
    void no_fact_can_be_changed_or_deleted_by_the_runtime_role() throws SQLException {
        assertThat(Catalogue.tables("fact")).hasSizeGreaterThan(15);
        for (String table : Catalogue.tables("fact")) {
            refused(DENIED, "update %s set firm_id = firm_id".formatted(table));
            refused(DENIED, "delete from %s".formatted(table));
            refused(DENIED, "truncate %s".formatted(table));
        }
    }

    @Test
    void no_claim_can_be_changed_and_no_cursor_deleted() throws SQLException {
        for (String table : Catalogue.tables("claim")) {
            refused(DENIED, "update %s set firm_id = firm_id".formatted(table));
        }
        for (String table : Catalogue.tables("cursor")) {
            if (!Set.of("billing_run_due", "credit_arrival", "instance_rule_pack")
                    .contains(table)) {
                refused(DENIED, "delete from %s".formatted(table));
            }
        }
    }

    @Test
    void what_is_on_the_work_list_of_a_run_can_only_be_taken_off() throws SQLException {
        refused(DENIED, "update billing_run_due set place = place");
        refused(DENIED, "truncate billing_run_due");
        books.byHand().run("delete from billing_run_due where firm_id = '%s'".formatted(books.office.firm));
    }

    @Test
    void credit_that_arrived_can_only_be_done_with() throws SQLException {
        refused(DENIED, "update credit_arrival set client_id = client_id");
        refused(DENIED, "truncate credit_arrival");
        books.byHand().run("delete from credit_arrival where firm_id = '%s'".formatted(books.office.firm));
    }

    @Test
    void of_content_only_the_body_can_be_changed_T5() throws SQLException {
        for (String table : Catalogue.tables("content")) {
            refused(DENIED, "delete from %s".formatted(table));
            refused(DENIED, "update %s set firm_id = firm_id".formatted(table));
        }
        books.byHand().run("update customer_text set body = null where firm_id = '%s'".formatted(books.office.firm));
    }

    @Test
    void the_runtime_role_owns_nothing_and_cannot_pass_the_walls() throws SQLException {
        assertThat(Catalogue.ask("select relname from pg_class where relowner = 'feewright_app'::regrole"))
                .isEmpty();
        assertThat(Catalogue.ask("""
            select rolname
            from pg_roles
            where rolname in ('feewright_app', 'feewright_platform')
                and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
            """)).isEmpty();
        refused(DENIED, "alter table invoice disable row level security");
        refused(DENIED, "create table mine (firm_id uuid)");
        refused(DENIED, "set role feewright_owner");
    }

    @Test
    void another_firm_sees_no_row_of_any_table_T1() throws SQLException {
        ByHand asNeighbour = new ByHand(neighbour.firm);

        for (String table : Catalogue.walledTables()) {
            String query = "select firm_id from %s where firm_id = '%s'".formatted(table, books.office.firm);
            assertThat(asNeighbour.ask(query)).as(table).isEmpty();
            String others = "select firm_id from %s where firm_id <> '%s'".formatted(table, neighbour.firm);
            assertThat(asNeighbour.ask(others)).as(table).isEmpty();
        }
    }

    @Test
    void another_firm_cannot_write_into_this_one_T1() {
        assertThatThrownBy(() -> new ByHand(neighbour.firm).run("""
            insert into client (firm_id, client_id, registered_at)
            values ('%s', gen_random_uuid(), now())
            """.formatted(books.office.firm)))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        denied -> assertThat(denied.getSQLState()).isEqualTo(DENIED));
    }

    @Test
    void a_query_outside_any_scope_fails_loudly_T1() throws SQLException {
        for (String table : List.of("client", "invoice", "time_entry", "customer_text", "agreement")) {
            assertThatThrownBy(() -> new ByHand(null).ask("select firm_id from " + table))
                    .as(table)
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> books.office.ports.clients().find(books.office.firm, books.office.client))
                .isInstanceOf(StatementFault.class);
    }

    @Test
    void a_reused_connection_keeps_nothing_of_the_last_scope() throws SQLException {
        assertThatThrownBy(
                        () -> books.byHand().run("select firm_id from client", "commit", "select firm_id from client"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void every_table_of_content_has_a_wall_against_sessions_that_do_not_stand_T2() throws SQLException {
        for (String table : Catalogue.tables("content")) {
            assertThat(Catalogue.ask("""
                select polname
                from pg_policy
                where polrelid = '%s'::regclass and not polpermissive and polroles = '{0}' and polcmd = 'r'
                    and pg_get_expr(polqual, polrelid) like '%%feewright.session_id%%'
                """.formatted(table))).as(table).containsExactly("break_glass_wall");
        }
    }

    @Test
    void a_platform_role_reads_metadata_but_no_content_T2() throws SQLException {
        ByHand byHand = books.byHand();

        for (String table : Catalogue.tables("content")) {
            assertThatThrownBy(() -> byHand.run("set local role feewright_platform", "select firm_id from " + table))
                    .as(table)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            denied -> assertThat(denied.getSQLState()).isEqualTo(DENIED));
        }
        for (String table : Catalogue.tables("fact")) {
            byHand.run("set local role feewright_platform", "select firm_id from " + table);
            refused(DENIED, "set local role feewright_platform", "insert into %s default values".formatted(table));
        }
    }

    @Test
    void a_platform_operator_works_as_the_platform_role_T2() {
        Actor operator =
                new Actor(books.office.firm, books.office.admin.person(), Set.of(Role.PLATFORM_OPERATOR), null);

        var found = books.office
                .ports
                .transactions()
                .reading(operator, () -> books.office.ports.invoices().find(books.office.firm, books.invoice.id()));

        assertThat(found).contains(books.invoice);
        assertThatThrownBy(() -> books.office
                        .ports
                        .transactions()
                        .reading(
                                operator,
                                () -> books.office
                                        .ports
                                        .customerTexts()
                                        .of(books.office.firm, List.of(books.office.client.value()))))
                .isInstanceOf(StatementFault.class);
        assertThat(TestDatabase.ports()
                        .transactions()
                        .reading(
                                books.office.admin,
                                () -> books.office
                                        .ports
                                        .customerTexts()
                                        .of(books.office.firm, List.of(books.office.client.value()))))
                .hasSize(1);
    }

    @Test
    void reading_cannot_write() {
        assertThatThrownBy(() -> books.office.ports.transactions().reading(books.office.admin, () -> {
                    books.office.ports.invoiceNumbers().take(books.office.firm, "INV", 1);
                    return books;
                }))
                .isInstanceOf(StatementFault.class);
    }

    @Test
    void a_nested_transaction_stays_within_the_firm_of_the_outer_one() {
        assertThatThrownBy(() -> books.office
                        .ports
                        .transactions()
                        .in(
                                books.office.admin,
                                () -> books.office.ports.transactions().in(neighbour.admin, () -> books)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_failed_statement_quotes_no_content_T3() {
        CustomerTextKey key = CustomerTextKey.of(books.office.client, "name");

        assertThatThrownBy(() -> books.office.ports.transactions().in(books.office.admin, () -> {
                    books.office
                            .ports
                            .customerTexts()
                            .write(books.office.firm, Map.of(key, new CustomerText("canary-4711")));
                    return books;
                }))
                .isInstanceOf(StatementFault.class)
                .hasNoCause()
                .message()
                .doesNotContain("canary-4711", "Client");
    }

    private void refused(String state, String... statements) {
        assertThatThrownBy(() -> books.byHand().run(statements))
                .as(String.join("; ", statements))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo(state));
    }
}
