package feewright.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Archives;
import feewright.api.fixture.Bodies;
import feewright.api.fixture.BusyClient;
import feewright.api.fixture.Reply;
import feewright.api.fixture.RowHashes;
import feewright.api.fixture.Server;
import feewright.api.fixture.Superuser;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.platform.Actor;
import feewright.platform.Role;
import feewright.processor.ProcessorEvent;
import feewright.processor.ProcessorEventId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Requirement T5: a purge leaves no word of the client anywhere, and every amount, id, time and relation as it was. */
class PurgeTest {

    /** Every kind of text that the product keeps, numbers as #. A new one has to be planted in {@link BusyClient}, or be the firm's own. */
    private static final Set<String> OF_CLIENT = Set.of(
            "name",
            "signatory",
            "description@#",
            "rejection@#",
            "client-name",
            "line-#",
            "override-reason",
            "reason",
            "reference",
            "client-note",
            "reason@ending",
            "reason@pause-#",
            "client-note@ending",
            "client-note@pause-#");

    private static final Set<String> OF_FIRM = Set.of("name", "email", "url", "reason");

    /** What has an id and texts, perhaps, but is not of one client. */
    private static final Set<String> NOT_OF_A_CLIENT = Set.of(
            "audit_event",
            "billing_run",
            "break_glass_access",
            "break_glass_closure",
            "break_glass_session",
            "decision",
            "credit_arrival",
            "live_payment_attempt",
            "outgoing_event",
            "person",
            "processor_event",
            "processor_event_body",
            "simulated_payment",
            "simulated_refund",
            "terms",
            "processor_event_due",
            "webhook_endpoint",
            "webhook_endpoint_end");

    private final TestFirm firm = TestFirm.open();

    @Test
    void no_column_of_any_table_holds_a_word_of_a_purged_client_and_another_client_keeps_all() throws SQLException {
        BusyClient gone = BusyClient.of(firm, word());
        BusyClient stays = BusyClient.of(firm, word());
        assertThat(fields(gone.word)).containsExactlyInAnyOrderElementsOf(OF_CLIENT);
        assertThat(holding(gone.word)).containsOnly("customer_text", "processor_event_body", "idempotency_response");
        List<String> others = texts(stays.word);

        purge(gone.id).expect(201);

        assertThat(holding(gone.word)).isEmpty();
        assertThat(texts(stays.word)).isEqualTo(others).hasSizeGreaterThan(20);
    }

    @Test
    void facts_totals_ledgers_and_reports_are_what_they_were() throws SQLException {
        BusyClient gone = BusyClient.of(firm, word());
        Set<String> facts = RowHashes.ofFirm(firm.firm.toString());
        Set<String> claims = RowHashes.ofFirm(Superuser.url(), firm.firm.toString(), "claim");
        Set<String> cursors = RowHashes.ofFirm(Superuser.url(), firm.firm.toString(), "cursor");
        List<String> metadata = metadata(gone);

        purge(gone.id).expect(201);

        assertThat(RowHashes.ofFirm(firm.firm.toString())).containsAll(facts);
        assertThat(RowHashes.ofFirm(Superuser.url(), firm.firm.toString(), "claim"))
                .containsAll(claims);
        assertThat(RowHashes.ofFirm(Superuser.url(), firm.firm.toString(), "cursor"))
                .isEqualTo(cursors);
        assertThat(metadata(gone)).isEqualTo(metadata);
        assertThat(firm.admin()
                        .get("/v1/reports/reconciliation")
                        .expect(200)
                        .json()
                        .at("/differences"))
                .isEmpty();
    }

    /** What a platform operator sees has no content, so that it has to be the same to the byte. */
    private List<String> metadata(BusyClient client) {
        Caller operator = firm.as(Role.PLATFORM_OPERATOR);
        List<String> seen = new ArrayList<>();
        for (String path : List.of(
                "/v1/reports/reconciliation",
                "/v1/reports/revenue?from=2026-01-01&until=2027-01-01",
                "/v1/reports/receivables-ageing?as_of=2026-04-10",
                "/v1/reports/unbilled",
                "/v1/clients/" + client.id + "/statement?from=2026-01-01&until=2027-01-01",
                "/v1/clients/" + client.id + "/credits",
                "/v1/invoices?limit=200",
                "/v1/invoices/" + client.mixed,
                "/v1/invoices/" + client.mixed + "/timeline",
                "/v1/journal-entries?limit=200",
                "/v1/payment-attempts",
                "/v1/refunds",
                "/v1/disputes",
                "/v1/disputes/" + client.dispute)) {
            seen.add(path + operator.get(path).expect(200).body());
        }
        return seen;
    }

    @Test
    void what_was_purged_says_so_and_can_still_be_explained() {
        BusyClient gone = BusyClient.of(firm, word());
        String name = "{\"name\": \"%s\"}".formatted(gone.word);

        String purge = purge(gone.id).expect(201).text("/id");

        Caller admin = firm.admin();
        Reply client = admin.get("/v1/clients/" + gone.id).expect(200);
        assertThat(client.json().at("/texts_purged").asBoolean()).isTrue();
        assertThat(client.json().has("name")).isFalse();
        Reply invoice = admin.get("/v1/invoices/" + gone.mixed).expect(200);
        assertThat(invoice.json().at("/texts_purged").asBoolean()).isTrue();
        assertThat(invoice.text("/totals/total/amount")).isEqualTo("1180.00");
        assertThat(invoice.json().at("/lines/0").has("description")).isFalse();
        Reply explained =
                admin.get("/v1/invoices/" + gone.mixed + "/explanation").expect(200);
        assertThat(explained.json().at("/invoice/texts_purged").asBoolean()).isTrue();
        assertThat(explained.json().at("/lines/1/arithmetic").isMissingNode()).isFalse();
        assertThat(Archives.unzipped(Archives.taken(firm.admin(), "/v1/disputes/" + gone.dispute + "/evidence-pack"))
                        .get("manifest.json"))
                .contains("\"texts_purged\" : true");
        Reply again = admin.post("/v1/clients", name, gone.word).expect(201);
        assertThat(again.json().at("/texts_purged").asBoolean()).isTrue();
        assertThat(again.header("Location")).isEqualTo("/v1/clients/" + gone.id);
        assertThat(admin.get("/v1/purges/" + purge).expect(200).text("/reason")).isEqualTo("Asked to be forgotten");
        assertThat(admin.get("/v1/audit-events").expect(200).body())
                .contains("customer_texts_purged", purge)
                .doesNotContain("forgotten");
    }

    @Test
    void billing_goes_on_and_what_is_written_later_is_new_content() throws SQLException {
        BusyClient gone = BusyClient.of(firm, word());
        purge(gone.id).expect(201);

        String entry = firm.staff()
                .post("/v1/time-entries", Bodies.time(firm, gone.engagement, 15).replace("Month end", gone.word))
                .expect(201)
                .text("/id");
        String invoice = firm.admin()
                .post("/v1/engagements/" + gone.engagement + "/invoices", "{}")
                .expect(201)
                .text("/id");

        assertThat(firm.admin().get("/v1/invoices/" + invoice).expect(200).text("/totals/total/amount"))
                .isEqualTo("1000.00");
        assertThat(firm.admin().get("/v1/time-entries/" + entry).expect(200).text("/description"))
                .isEqualTo(gone.word);
        purge(gone.id).expect(201);
        assertThat(holding(gone.word)).isEmpty();
    }

    @Test
    void a_purge_is_confirmed_by_what_was_previewed_and_happens_once() {
        BusyClient gone = BusyClient.of(firm, word());
        String confirmation = preview(gone.id).text("/confirmation");

        firm.master().post("/v1/purges", body(gone.id, "none")).problem(409, "preview-outdated");
        firm.admin()
                .post("/v1/clients/" + gone.id + "/projects", "{\"name\": \"P\"}")
                .expect(201);
        firm.master().post("/v1/purges", body(gone.id, confirmation)).problem(409, "preview-outdated");
        Reply purged = purge(gone.id).expect(201);
        assertThat(purged.json().at("/texts").asInt()).isGreaterThan(15);
        assertThat(purged.json().at("/event_bodies").asInt()).isGreaterThan(1);
        assertThat(purged.json().at("/responses").asInt()).isGreaterThan(15);
        Reply left = preview(gone.id);
        assertThat(left.json().at("/texts").asInt())
                .as("the reason of the purge itself")
                .isEqualTo(1);
        assertThat(left.json().at("/event_bodies").asInt()).isZero();
    }

    @Test
    void only_a_master_admin_purges_with_a_reason_and_only_clients_of_the_own_firm() {
        String own = firm.client.toString();
        firm.admin().post("/v1/purges", body(own, "x")).problem(403, "forbidden");
        firm.admin()
                .post("/v1/purge-previews", "{\"client_id\": \"%s\"}".formatted(own))
                .problem(403, "forbidden");
        firm.master()
                .post("/v1/purges", "{\"client_id\": \"%s\", \"confirmation\": \"x\"}".formatted(own))
                .problem(422, "invalid-fields");
        firm.master()
                .post("/v1/purges", "{\"reason\": \"r\", \"confirmation\": \"x\"}")
                .problem(422, "invalid-fields");
        firm.master()
                .post("/v1/purge-previews", "{\"client_id\": \"%s\", \"whole_firm\": true}".formatted(own))
                .problem(422, "invalid-fields");
        TestFirm other = TestFirm.open();
        firm.master().post("/v1/purges", body(other.client.toString(), "x")).problem(404, "not-found");
        firm.master()
                .post("/v1/purge-previews", "{\"client_id\": \"%s\"}".formatted(other.client))
                .problem(404, "not-found");
    }

    @Test
    void a_purge_waits_until_what_processors_told_was_read() throws SQLException {
        BusyClient gone = BusyClient.of(firm, word());
        var ports = firm.server.ports();
        ProcessorEvent waiting = new ProcessorEvent(
                new ProcessorEventId(ports.ids().next()),
                firm.firm,
                new ProcessorEvent.Named("simulated", UUID.randomUUID().toString(), "note", null, Server.NOW),
                Server.NOW,
                List.of());
        ports.transactions()
                .in(Actor.scheduler(firm.firm), () -> ports.processorEvents().take(waiting, "note " + gone.id));

        assertThat(preview(gone.id).json().at("/pending_events").asInt()).isEqualTo(1);
        purge(gone.id).problem(409, "events-waiting");

        assertThat(holding(gone.word)).isNotEmpty();
    }

    @Test
    void the_whole_firm_can_be_purged_and_no_other_is_touched() throws SQLException {
        BusyClient one = BusyClient.of(firm, word());
        TestFirm neighbour = TestFirm.open();
        BusyClient other = BusyClient.of(neighbour, word());
        List<String> others = texts(other.word);

        Reply preview = firm.master()
                .post("/v1/purge-previews", "{\"whole_firm\": true}")
                .expect(200);
        firm.master()
                .post(
                        "/v1/purges",
                        "{\"whole_firm\": true, \"reason\": \"Closing down\", \"confirmation\": \"%s\"}"
                                .formatted(preview.text("/confirmation")))
                .expect(201);

        assertThat(holding(one.word)).isEmpty();
        assertThat(Superuser.ask("select body from customer_text where body is not null and firm_id = '%s'"
                        .formatted(firm.firm)))
                .containsExactly("Closing down");
        assertThat(texts(other.word)).isEqualTo(others);
        assertThat(firm.admin()
                        .get("/v1/people")
                        .expect(200)
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(4);
    }

    /** Kept true by the catalogue: whatever has an id of its own is a client's, and its texts go with the client's, or it is in the list. */
    @Test
    void every_thing_of_a_client_is_a_subject_of_its_purge() throws SQLException {
        assertThat(Superuser.ask("""
            select c.relname
            from pg_class c
            join pg_index i on i.indrelid = c.oid and i.indisprimary and i.indnkeyatts = 2
            join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[1] and a.atttypid = 'uuid'::regtype
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                and not exists (
                    select
                    from pg_constraint f
                    where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any(f.conkey)
                        and f.confrelid::regclass::text in (%1$s, 'time_entry', 'time_entry_version'))
                and c.relname not in (%1$s)
            """.formatted(subjects())))
                .as("tables with an id that no purge of a client looks at")
                .allMatch(table -> NOT_OF_A_CLIENT.contains(table) || table.equals("time_entry"));
    }

    @Test
    void every_kind_of_text_is_planted_by_these_tests() throws SQLException {
        Set<String> known = new TreeSet<>(OF_CLIENT);
        known.addAll(OF_FIRM);

        assertThat(Superuser.ask("select distinct regexp_replace(field, '[0-9]+$', '#') from customer_text"))
                .isSubsetOf(known);
    }

    private static String subjects() throws SQLException {
        return "'" + String.join("', '", Superuser.ask("""
            select distinct t.relname
            from pg_depend d
            join pg_rewrite r on r.oid = d.objid
            join pg_class t on t.oid = d.refobjid and t.relkind = 'r'
            where r.ev_class = 'client_subject'::regclass
            """)) + "'";
    }

    private Reply preview(String client) {
        return firm.master()
                .post("/v1/purge-previews", "{\"client_id\": \"%s\"}".formatted(client))
                .expect(200);
    }

    private Reply purge(String client) {
        return firm.master().post("/v1/purges", body(client, preview(client).text("/confirmation")));
    }

    private static String body(String client, String confirmation) {
        return "{\"client_id\": \"%s\", \"reason\": \"Asked to be forgotten\", \"confirmation\": \"%s\"}"
                .formatted(client, confirmation);
    }

    private static String word() {
        return "W" + UUID.randomUUID().toString().replace("-", "");
    }

    /** The tables of which any row holds the word in any column. */
    private static List<String> holding(String word) throws SQLException {
        List<String> holding = new ArrayList<>();
        for (String table : Superuser.ask("""
            select c.relname from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'm')
            """)) {
            if (!Superuser.ask("select 1 from %s t where t::text ilike '%%%s%%' limit 1".formatted(table, word))
                    .isEmpty()) {
                holding.add(table);
            }
        }
        return holding;
    }

    private static Set<String> fields(String word) throws SQLException {
        return new TreeSet<>(Superuser.ask(
                "select distinct regexp_replace(field, '[0-9]+$', '#') from customer_text where body like '%" + word
                        + "%'"));
    }

    private static List<String> texts(String word) throws SQLException {
        return Superuser.ask("""
            select t from (
                select c::text as t from customer_text c union all
                select b::text from processor_event_body b union all
                select a::text from idempotency_response a) rows
            where t like '%%%s%%'
            order by 1
            """.formatted(word));
    }
}
