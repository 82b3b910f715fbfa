package feewright.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Canary;
import feewright.api.fixture.Output;
import feewright.api.fixture.Quiet;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Server;
import feewright.api.fixture.Superuser;
import feewright.api.fixture.TestFirm.Caller;
import feewright.platform.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Requirement T3: a word planted in every text of a firm shows only where texts are kept, and to whom they belong. */
@ResourceLock(Quiet.DATABASE)
class CanaryTest {

    private static final long POOL_TRUST_MILLIS = 1_000;
    private static final String WORD = Canary.WORD;
    private static final Server SERVER = Server.running();
    private static final Output OUTPUT = new Output();
    private static final Canary CANARY = Canary.planted();

    @AfterAll
    static void stopListening() {
        OUTPUT.close();
    }

    @Test
    void the_word_is_kept_as_content_of_every_kind() throws SQLException {
        List<String> fields = Superuser.ask(
                "select distinct field from customer_text where body like '%" + WORD + "%' and " + ofFirm());

        assertThat(fields).containsAll(Canary.FIELDS);
    }

    @Test
    void no_table_but_those_of_content_holds_the_word() throws SQLException {
        callEverywhere();

        for (String table : Superuser.ask("""
            select c.relname from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
            """)) {
            if (!List.of("customer_text", "idempotency_response").contains(table)) {
                assertThat(Superuser.ask(holding(table))).as(table).isEmpty();
            }
        }
    }

    @Test
    void the_platform_role_can_select_nothing_that_holds_the_word() throws SQLException {
        String[] asPlatform = {"set feewright.firm_id = '%s'".formatted(CANARY.firm.firm), "set role feewright_platform"
        };
        List<String> readable = Superuser.ask("""
            select c.relname from pg_class c
            where c.relkind in ('r', 'v', 'm') and c.relnamespace = 'public'::regnamespace
                and has_any_column_privilege('feewright_platform', c.oid, 'select')
            """);

        assertThat(readable)
                .contains("invoice", "decision", "audit_event")
                .doesNotContain("customer_text", "idempotency_response");
        for (String relation : readable) {
            assertThat(Superuser.ask(holding(relation), asPlatform))
                    .as(relation)
                    .isEmpty();
        }
        assertThat(Superuser.ask("select count(*) from invoice", asPlatform)).containsExactly("5");
        assertThat(Superuser.ask(
                        "select attname from pg_stats where tablename in ('customer_text', 'idempotency_response')",
                        asPlatform))
                .isEmpty();
    }

    @Test
    void the_platform_operator_is_shown_no_word() {
        List<Reply> seen = CANARY.seenByThePlatform();

        assertThat(seen).hasSizeGreaterThan(10);
        assertThat(seen).allSatisfy(CanaryTest::isSilent);
    }

    @Test
    void decisions_and_audit_events_hold_no_word_for_anybody() {
        Caller admin = CANARY.firm.admin();

        assertThat(List.of(
                        admin.get("/v1/decisions?limit=100").expect(200),
                        admin.get("/v1/audit-events?limit=100").expect(200)))
                .allSatisfy(CanaryTest::isSilent);
    }

    @Test
    void no_error_repeats_what_was_sent() throws IOException {
        List<Reply> errors = callEverywhere();

        assertThat(errors).hasSizeGreaterThan(60);
        assertThat(errors).allSatisfy(reply -> {
            assertThat(reply.status()).as(reply.response().uri().getPath()).isBetween(400, 499);
            isSilent(reply);
        });
        assertThat(answersToNoRequests())
                .allSatisfy(
                        answer -> assertThat(answer).startsWith("HTTP/1.1 4").doesNotContainIgnoringCase(WORD));
    }

    @Test
    void the_open_pages_hold_no_word() {
        assertThat(List.of(
                        SERVER.send(SERVER.request("/health/liveness").GET()).expect(200),
                        SERVER.send(SERVER.request("/v1/openapi").GET()).expect(200)))
                .allSatisfy(CanaryTest::isSilent);
    }

    @Test
    void a_failure_that_quotes_the_word_is_answered_and_logged_without_it() throws SQLException {
        Superuser.run("alter table customer_text add constraint customer_text_not_now check (firm_id <> '%s') not valid"
                .formatted(CANARY.firm.firm));
        List<Reply> failed;
        try {
            failed = writeEverywhere();
        } finally {
            Superuser.run("alter table customer_text drop constraint customer_text_not_now");
        }

        assertThat(failed).hasSizeGreaterThan(4).allSatisfy(reply -> {
            reply.problem(500, "internal-error");
            isSilent(reply);
            assertThat(OUTPUT.text()).contains(reply.text("/request_id"));
        });
        assertThat(OUTPUT.text()).contains("StatementFault");
        assertThat(OUTPUT.text()).doesNotContainIgnoringCase(WORD);
    }

    @Test
    void a_database_that_goes_away_in_the_midst_takes_the_word_with_it() throws Exception {
        List<Reply> failed = new ArrayList<>();
        try (Connection holder = Superuser.connect();
                Statement statement = holder.createStatement();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            holder.setAutoCommit(false);
            statement.execute("lock table customer_text in access exclusive mode");
            Future<Reply> waiting = thread.submit(() ->
                    CANARY.firm.admin().post("/v1/clients", "{\"name\": \"%s\"}".formatted(WORD), WORD + "-gone"));
            Superuser.awaitWaitingRequest();
            Superuser.run("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'feewright_app'");
            failed.add(result(waiting));
            holder.rollback();
        }

        assertThat(failed).allSatisfy(reply -> {
            reply.problem(503, "unavailable");
            isSilent(reply);
        });
        // The pool trusts a connection that was used within the last half second without asking it.
        Thread.sleep(POOL_TRUST_MILLIS);
        CANARY.firm
                .admin()
                .post("/v1/clients", "{\"name\": \"%s\"}".formatted(WORD), WORD + "-gone")
                .expect(201);
        assertThat(OUTPUT.text()).doesNotContainIgnoringCase(WORD);
    }

    @Test
    void nothing_that_was_logged_holds_the_word() throws IOException {
        callEverywhere();
        answersToNoRequests();

        assertThat(OUTPUT.text()).contains("DEBUG", "request ");
        assertThat(OUTPUT.text()).doesNotContainIgnoringCase(WORD);
    }

    private static Reply result(Future<Reply> waiting) throws InterruptedException {
        try {
            return waiting.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    private static List<Reply> writeEverywhere() {
        Caller admin = CANARY.firm.admin();
        return List.of(
                admin.post("/v1/clients", "{\"name\": \"%s\"}".formatted(WORD)),
                admin.post("/v1/people", "{\"name\": \"%1$s\", \"email\": \"%1$s@example.com\"}".formatted(WORD)),
                admin.post("/v1/clients/" + CANARY.client + "/projects", "{\"name\": \"%s\"}".formatted(WORD)),
                CANARY.firm.staff().post("/v1/time-entries", CANARY.note(15)),
                CANARY.firm.master().post("/v1/engagements/" + CANARY.engagement + "/invoices", Canary.charge("")),
                CANARY.csv(
                        admin,
                        "?engagement_id=" + CANARY.engagement,
                        "Email,Start date,Duration,Description\n%1$s@example.com,2026-02-06,01:00:00,%1$s\n"
                                .formatted(WORD)));
    }

    /** The word wherever a caller can put one and must not. */
    private static List<Reply> callEverywhere() {
        Caller admin = CANARY.firm.admin();
        List<Reply> errors = new ArrayList<>(CANARY.errors);
        for (String path : List.of(
                "/v1/clients",
                "/v1/people",
                "/v1/engagements",
                "/v1/engagements/" + CANARY.engagement + "/signature",
                "/v1/engagements/" + CANARY.engagement + "/invoices",
                "/v1/time-entries",
                "/v1/time-entries/" + CANARY.entry + "/rejection",
                "/v1/billing-runs",
                "/v1/clients/" + CANARY.client + "/payments",
                "/v1/clients/" + CANARY.client + "/credits",
                "/v1/invoices")) {
            for (String body : List.of(
                    WORD,
                    "{\"" + WORD + "\": 1}",
                    "[\"" + WORD + "\"]",
                    "\"" + WORD + "\"",
                    "{\"name\": {\"%s\": 1}, \"terms\": \"%s\", \"charges\": \"%s\"}".formatted(WORD, WORD, WORD),
                    "{\"name\": \"" + WORD)) {
                errors.add(admin.post(path, body));
            }
        }
        errors.addAll(wrongValues(admin));
        errors.addAll(wrongAddresses(admin));
        errors.addAll(wrongHeaders(admin));
        return errors;
    }

    private static List<Reply> wrongValues(Caller admin) {
        String terms = Bodies.engagement(CANARY.firm, false);
        List<Reply> errors = new ArrayList<>();
        for (String right : List.of(
                "\"mixed\"",
                "\"USD\"",
                "\"America/New_York\"",
                "\"monthly\"",
                "\"2026-02-01\"",
                "\"1000.00\"",
                "\"" + CANARY.firm.client + "\"",
                "14",
                "15",
                "false")) {
            errors.add(admin.post("/v1/engagements", terms.replaceFirst(right, "\"" + WORD + "\"")));
        }
        errors.add(admin.post(
                "/v1/people", "{\"name\": \"%1$s\", \"email\": \"%1$s\", \"billing_role\": \"%1$s\"}".formatted(WORD)));
        errors.add(admin.post("/v1/clients", "{\"name\": \"%s\"}".formatted(WORD.repeat(100))));
        errors.add(admin.post("/v1/clients", "{\"name\": \"%s\\u0000\"}".formatted(WORD)));
        errors.add(admin.post("/v1/clients", "{\"name\": \"%1$s\", \"name\": \"%1$s\"}".formatted(WORD)));
        errors.add(admin.post("/v1/time-entries", CANARY.note(60).replace("2026-02-04", WORD)));
        errors.add(admin.post("/v1/time-entries", CANARY.note(60).replace("60", "\"" + WORD + "\"")));
        errors.add(admin.post(
                "/v1/engagements/" + CANARY.engagement + "/invoices", "{\"fingerprint\": \"%s\"}".formatted(WORD)));
        errors.add(CANARY.csv(admin, "", WORD + "\n" + WORD));
        errors.add(CANARY.csv(admin, "", "\"" + WORD));
        errors.add(CANARY.csv(admin, "?date_order=" + WORD, "Email,Start date,Duration\n"));
        return errors;
    }

    private static List<Reply> wrongAddresses(Caller admin) {
        List<Reply> errors = new ArrayList<>();
        for (String path : List.of(
                "/" + WORD,
                "/v1/" + WORD,
                "/v1/clients/" + WORD,
                "/v1/invoices/" + WORD + "/explanation",
                "/v1/decisions/" + WORD,
                "/v1/clients?" + WORD + "=1",
                "/v1/clients?limit=" + WORD,
                "/v1/clients?cursor=" + WORD,
                "/v1/time-entries?state=" + WORD,
                "/v1/time-entries?from=" + WORD,
                "/v1/invoices?client_id=" + WORD,
                "/v1/engagements?signed=" + WORD,
                "/v1/decisions?outcome=" + WORD,
                "/v1/billing-runs/" + WORD + "/items",
                "/v1/ready-to-bill?cursor=" + WORD,
                "/v1/decisions?pack=" + WORD,
                "/v1/clients/%2e%2e/" + WORD,
                "/v1/clients;" + WORD + "=1",
                "/v1/clients/%00" + WORD)) {
            errors.add(admin.get(path));
        }
        return errors;
    }

    private static List<Reply> wrongHeaders(Caller admin) {
        HttpRequest.BodyPublisher body = BodyPublishers.ofString("{\"name\": \"%s\"}".formatted(WORD));
        String entry = "/v1/time-entries/" + CANARY.entry;
        return List.of(
                admin.put(entry, WORD, CANARY.note(60)),
                admin.put(entry, "\"" + WORD + "\"", CANARY.note(60)),
                admin.post("/v1/clients", "{}", WORD),
                admin.post("/v1/clients", "{\"name\": \"B\"}", WORD + "\t1"),
                admin.post("/v1/clients", "{\"name\": \"B\"}", WORD.repeat(20)),
                CANARY.firm.master().post("/v1/engagements/" + CANARY.engagement + "/invoices", "{ }", WORD + "-issue"),
                SERVER.send(admin.request("/v1/clients")
                        .header("Content-Type", WORD)
                        .POST(body)),
                SERVER.send(admin.request("/v1/clients")
                        .header("Content-Type", "text/" + WORD)
                        .POST(body)),
                SERVER.send(admin.request("/v1/clients")
                        .header("Accept", "text/" + WORD)
                        .GET()),
                SERVER.send(admin.request("/v1/clients").header("Accept", WORD).GET()),
                SERVER.send(admin.request("/v1/clients")
                        .header("Feewright-Firm", WORD)
                        .GET()),
                SERVER.send(admin.request("/v1/clients").method("KANARIEN_VOGEL", body)),
                SERVER.send(CANARY.firm
                        .as(Role.PLATFORM_OPERATOR)
                        .request("/v1/invoices")
                        .setHeader("Feewright-Firm", WORD)
                        .GET()),
                with(WORD),
                with("Bearer " + WORD),
                with("Bearer a." + WORD + ".c"),
                with("Basic " + WORD),
                with("Bearer "
                        + CANARY.firm.signed(
                                CANARY.firm.claims(Role.STAFF).subject(WORD).build())),
                with("Bearer "
                        + CANARY.firm.signed(
                                CANARY.firm.claims(Role.STAFF).issuer(WORD).build())),
                with("Bearer "
                        + CANARY.firm.signed(CANARY.firm
                                .claims(Role.STAFF)
                                .claim("firm", WORD)
                                .build())),
                with("Bearer "
                        + CANARY.firm.signed(CANARY.firm
                                .claims(Role.STAFF)
                                .claim("roles", List.of(WORD))
                                .build())));
    }

    private static Reply with(String authorization) {
        return SERVER.send(SERVER.request("/v1/clients")
                .header("Authorization", authorization)
                .GET());
    }

    private static List<String> answersToNoRequests() throws IOException {
        List<String> answers = new ArrayList<>();
        for (String raw : List.of(
                WORD + "\r\n\r\n",
                "GET /v1/clients HTTP/" + WORD + "\r\n\r\n",
                "GET /{" + WORD + "} HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/clients HTTP/1.1\r\nHost: " + WORD + "\r\n" + WORD + "(): 1\r\n\r\n",
                "GET /v1/clients HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + WORD + "\r\n\r\n")) {
            answers.add(spoken(raw));
        }
        return answers;
    }

    /** The answer to bytes that no HTTP client would send. */
    private static String spoken(String raw) throws IOException {
        try (Socket socket = new Socket("localhost", SERVER.address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(raw.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void isSilent(Reply reply) {
        assertThat(reply.body() + reply.response().headers().map())
                .as("answer to " + reply.response().request().method())
                .doesNotContainIgnoringCase(WORD);
    }

    private static String holding(String table) {
        return "select t::text from %s t where t::text ilike '%%%s%%'".formatted(table, WORD.replace("_", "\\_"));
    }

    private static String ofFirm() {
        return "firm_id = '" + CANARY.firm.firm + "'";
    }
}
