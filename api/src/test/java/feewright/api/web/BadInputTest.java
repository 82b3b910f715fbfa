package feewright.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.platform.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requirement W3: bad input of any kind gets a clear 4xx, changes nothing and is never quoted. */
class BadInputTest {

    private static final TestFirm FIRM = TestFirm.open();
    private static final String ENGAGEMENT = Bodies.signed(FIRM, false);
    private static final String CANARY = "c4nary";

    private static String before = "";

    /** A body that is wrong for an endpoint, and what it is answered. Quotes are written as ' for legibility. */
    record Bad(String path, String body, int status, String code, String pointer) {

        static Bad of(String path, String body, int status, String code, String pointer) {
            return new Bad(path, body.replace('\'', '"'), status, code, pointer);
        }

        @Override
        public String toString() {
            String start = body.length() > 60 ? body.substring(0, 60) : body;
            return code + " " + path + " " + start.replaceAll("[^ -~]", ".");
        }
    }

    private static final String CLIENTS = "/v1/clients";
    private static final String PEOPLE = "/v1/people";
    private static final String TIME = "/v1/time-entries";
    private static final String ENGAGEMENTS = "/v1/engagements";
    private static final String INVOICES = "/v1/invoices";

    static List<Bad> bad_bodies() {
        String signature = "/v1/engagements/" + ENGAGEMENT + "/signature";
        String previews = "/v1/engagements/" + ENGAGEMENT + "/invoice-previews";
        String approvals = "/v1/time-entries/approvals";
        return List.of(
                Bad.of(CLIENTS, "", 400, "body-missing", ""),
                Bad.of(CLIENTS, "null", 400, "body-missing", ""),
                Bad.of(CLIENTS, "{", 400, "malformed-json", ""),
                Bad.of(CLIENTS, "{'name': 'c4nary'", 400, "malformed-json", ""),
                Bad.of(CLIENTS, "{'name': 'c4nary'} x", 400, "malformed-json", ""),
                Bad.of(CLIENTS, "{'name': 'c4nary'}{}", 400, "malformed-json", ""),
                Bad.of(CLIENTS, "{name: 'c4nary'}", 400, "malformed-json", ""),
                Bad.of(CLIENTS, "{'name': 'c4nary',}", 400, "malformed-json", ""),
                Bad.of(CLIENTS, "{'name': 'c4\nnary'}", 400, "malformed-json", ""),
                Bad.of(CLIENTS, "{'name': 'a\\xc4nary'}", 400, "malformed-json", ""),
                Bad.of(CLIENTS, "<name>c4nary</name>", 400, "malformed-json", ""),
                Bad.of(CLIENTS, "NaN", 400, "malformed-json", ""),
                Bad.of(CLIENTS, "[]", 400, "wrong-type", ""),
                Bad.of(CLIENTS, "'c4nary'", 400, "wrong-type", ""),
                Bad.of(CLIENTS, "7", 400, "wrong-type", ""),
                Bad.of(CLIENTS, "true", 400, "wrong-type", ""),
                Bad.of(CLIENTS, "{'name': 7}", 400, "wrong-type", "/name"),
                Bad.of(CLIENTS, "{'name': true}", 400, "wrong-type", "/name"),
                Bad.of(CLIENTS, "{'name': ['c4nary']}", 400, "wrong-type", "/name"),
                Bad.of(CLIENTS, "{'name': {'c4nary': 1}}", 400, "wrong-type", "/name"),
                Bad.of(CLIENTS, "{'name': 'A', 'name': 'c4nary'}", 400, "duplicate-key", ""),
                Bad.of(CLIENTS, "{'name': 'A', 'c4nary': 1}", 400, "unknown-field", ""),
                Bad.of(CLIENTS, "{'Name': 'c4nary'}", 400, "unknown-field", ""),
                Bad.of(CLIENTS, "{'name': 'c4nary\\u0000'}", 400, "text-not-unicode", "/name"),
                Bad.of(CLIENTS, "{'name': 'c4nary\\ud800'}", 400, "text-not-unicode", "/name"),
                Bad.of(CLIENTS, "{'name': '\\udc00c4nary'}", 400, "text-not-unicode", "/name"),
                Bad.of(CLIENTS, "{'name': '\\ud800\\ud800c4nary'}", 400, "text-not-unicode", "/name"),
                Bad.of(CLIENTS, "{'name': null}", 422, "invalid-fields", "/name"),
                Bad.of(CLIENTS, "{}", 422, "invalid-fields", "/name"),
                Bad.of(CLIENTS, "{'name': ''}", 422, "invalid-fields", "/name"),
                Bad.of(CLIENTS, "{'name': '  \\t '}", 422, "invalid-fields", "/name"),
                Bad.of(CLIENTS, "{'name': '%s'}".formatted("c4nary".repeat(50)), 422, "invalid-fields", "/name"),
                Bad.of(CLIENTS, "{'x': " + "[".repeat(5000) + "]".repeat(5000) + "}", 400, "json-too-complex", ""),
                Bad.of(
                        ENGAGEMENTS,
                        "{'terms': {'hourly': {'rates': " + "[".repeat(5000) + "]".repeat(5000) + "}}}",
                        400,
                        "wrong-type",
                        "/terms/hourly/rates/0"),
                Bad.of(CLIENTS, "{'%s': 1}".formatted("c4nary".repeat(1000)), 400, "json-too-complex", ""),
                Bad.of(CLIENTS, "[".repeat(100_000), 400, "wrong-type", ""),
                Bad.of(CLIENTS, "9".repeat(5000), 400, "json-too-complex", ""),
                Bad.of(
                        PEOPLE,
                        "{'name': 'A', 'email': 'a@b.c', 'billing_role': 'C4nary!'}",
                        422,
                        "invalid-fields",
                        "/billing_role"),
                Bad.of(CLIENTS, "{'name': 'c4n\\u202eary'}", 422, "invalid-fields", "/name"),
                Bad.of(CLIENTS, "{'name': 'c4n\\u2066ary'}", 422, "invalid-fields", "/name"),
                Bad.of(CLIENTS, "{'name': 'c4n\\u2028ary'}", 422, "invalid-fields", "/name"),
                Bad.of(CLIENTS, "{'name': 'c4n\\u061cary'}", 422, "invalid-fields", "/name"),
                Bad.of(CLIENTS, "{'name': 'c4n\\u200fary'}", 422, "invalid-fields", "/name"),
                Bad.of(CLIENTS, "{'name': 'c4n\\ufffeary'}", 422, "invalid-fields", "/name"),
                Bad.of(CLIENTS, "{'name': 'c4n\\ue000ary'}", 422, "invalid-fields", "/name"),
                Bad.of(CLIENTS, "{'name': '\\u200b\\u2060\\u00ad'}", 422, "invalid-fields", "/name"),
                Bad.of(CLIENTS, "{'name': '\\u3164\\u2800 \\ufe0f'}", 422, "invalid-fields", "/name"),
                Bad.of(CLIENTS, "{'name': 'c4n\\nary'}", 422, "invalid-fields", "/name"),
                Bad.of(CLIENTS, "{'name': 'c4n\\u0085ary'}", 422, "invalid-fields", "/name"),
                Bad.of(PEOPLE, "{'name': 'A\\u001b', 'email': 'a@b'}", 422, "invalid-fields", "/name"),
                Bad.of(PEOPLE, "{'name': 'A', 'email': 'c4nary'}", 422, "invalid-fields", "/email"),
                Bad.of(PEOPLE, "{'name': 'A', 'email': 'c4nary@b@c'}", 422, "invalid-fields", "/email"),
                Bad.of(PEOPLE, "{'name': 'A', 'email': 'c4nary @b'}", 422, "invalid-fields", "/email"),
                Bad.of(PEOPLE, "{'name': 'A', 'email': '@c4nary'}", 422, "invalid-fields", "/email"),
                Bad.of(
                        PEOPLE,
                        "{'name': 'A', 'email': '%s@b'}".formatted("c4nary".repeat(45)),
                        422,
                        "invalid-fields",
                        "/email"),
                Bad.of(TIME, time("'minutes': 10, 'description': 'c4nary\\r'"), 422, "invalid-fields", "/description"),
                Bad.of(TIME, time("'minutes': 10, 'description': 'c4n\\u2069'"), 422, "invalid-fields", "/description"),
                Bad.of(TIME, time("'minutes': 10, 'description': 'c4n\\ufdd0'"), 422, "invalid-fields", "/description"),
                Bad.of(TIME, time("'minutes': 0"), 422, "invalid-fields", "/minutes"),
                Bad.of(TIME, time("'minutes': -1"), 422, "invalid-fields", "/minutes"),
                Bad.of(TIME, time("'minutes': 1441"), 422, "invalid-fields", "/minutes"),
                Bad.of(TIME, time("'minutes': 2147483648"), 400, "number-out-of-range", "/minutes"),
                Bad.of(TIME, time("'minutes': 1" + "0".repeat(25)), 400, "number-out-of-range", "/minutes"),
                Bad.of(TIME, time("'minutes': 1" + "0".repeat(500)), 400, "json-too-complex", ""),
                Bad.of(TIME, time("'minutes': 1e400"), 400, "wrong-type", "/minutes"),
                Bad.of(TIME, time("'minutes': 1.5"), 400, "wrong-type", "/minutes"),
                Bad.of(TIME, time("'minutes': 60.0"), 400, "wrong-type", "/minutes"),
                Bad.of(TIME, time("'minutes': '60'"), 400, "wrong-type", "/minutes"),
                Bad.of(TIME, time("'minutes': true"), 400, "wrong-type", "/minutes"),
                Bad.of(TIME, time("'minutes': null"), 422, "invalid-fields", "/minutes"),
                Bad.of(TIME, time("'minutes': 10, 'billable': 'yes'"), 400, "wrong-type", "/billable"),
                Bad.of(TIME, time("'minutes': 10, 'billable': 1"), 400, "wrong-type", "/billable"),
                Bad.of(TIME, time("'minutes': 10, 'project_id': 'c4nary'"), 400, "id-unreadable", "/project_id"),
                Bad.of(TIME, time("'minutes': 10, 'project_id': '1-1-1-1-1'"), 400, "id-unreadable", "/project_id"),
                Bad.of(TIME, time("'minutes': 10, 'project_id': 5"), 400, "wrong-type", "/project_id"),
                Bad.of(
                        TIME,
                        time("'minutes': 10, 'description': '%s'".formatted("c4nary".repeat(700))),
                        422,
                        "invalid-fields",
                        "/description"),
                Bad.of(TIME, "{'worked_on': '2026-02-30'}", 400, "date-unreadable", "/worked_on"),
                Bad.of(TIME, "{'worked_on': '2026-2-3'}", 400, "date-unreadable", "/worked_on"),
                Bad.of(TIME, "{'worked_on': '2026-02-03T00:00:00Z'}", 400, "date-unreadable", "/worked_on"),
                Bad.of(TIME, "{'worked_on': '+999999999-01-01'}", 400, "date-unreadable", "/worked_on"),
                Bad.of(TIME, "{'worked_on': '0000-01-01'}", 400, "date-unreadable", "/worked_on"),
                Bad.of(TIME, "{'worked_on': 20260203}", 400, "wrong-type", "/worked_on"),
                Bad.of(TIME, "{'worked_on': [2026, 2, 3]}", 400, "wrong-type", "/worked_on"),
                Bad.of(signature, "{'signed_at': '2026-01-01'}", 400, "time-unreadable", "/signed_at"),
                Bad.of(signature, "{'signed_at': '2026-01-01T00:00:00'}", 400, "time-unreadable", "/signed_at"),
                Bad.of(signature, "{'signed_at': '2026-01-01T25:00:00Z'}", 400, "time-unreadable", "/signed_at"),
                Bad.of(signature, "{'signed_at': 1760000000}", 400, "wrong-type", "/signed_at"),
                Bad.of(signature, "{'method': 'c4nary'}", 422, "invalid-fields", "/method"),
                Bad.of(ENGAGEMENTS, "{}", 422, "invalid-fields", "/client_id"),
                Bad.of(ENGAGEMENTS, terms("'currency': 'XXX'"), 422, "invalid-fields", "/terms/currency"),
                Bad.of(ENGAGEMENTS, terms("'currency': 'c4nary'"), 422, "invalid-fields", "/terms/currency"),
                Bad.of(ENGAGEMENTS, terms("'zone': 'Mars/c4nary'"), 422, "invalid-fields", "/terms/zone"),
                Bad.of(ENGAGEMENTS, terms("'pricing_mode': 'c4nary'"), 422, "invalid-fields", "/terms/pricing_mode"),
                Bad.of(ENGAGEMENTS, terms("'due_in_days': -1"), 422, "invalid-fields", "/terms/due_in_days"),
                Bad.of(ENGAGEMENTS, fee("'-1.00'"), 422, "invalid-fields", "/terms/package/fee/amount"),
                Bad.of(ENGAGEMENTS, fee("'0'"), 422, "invalid-fields", "/terms/package/fee/amount"),
                Bad.of(ENGAGEMENTS, fee("'1.001'"), 422, "invalid-fields", "/terms/package/fee/amount"),
                Bad.of(ENGAGEMENTS, fee("'1e9'"), 422, "invalid-fields", "/terms/package/fee/amount"),
                Bad.of(ENGAGEMENTS, fee("'NaN'"), 422, "invalid-fields", "/terms/package/fee/amount"),
                Bad.of(
                        ENGAGEMENTS,
                        fee("'" + "9".repeat(400) + "'"),
                        422,
                        "invalid-fields",
                        "/terms/package/fee/amount"),
                Bad.of(ENGAGEMENTS, fee("125.00"), 400, "wrong-type", "/terms/package/fee/amount"),
                Bad.of(ENGAGEMENTS, fee("null"), 422, "invalid-fields", "/terms/package/fee/amount"),
                Bad.of(
                        ENGAGEMENTS,
                        terms("'hourly': {'rates': [null]}"),
                        422,
                        "invalid-fields",
                        "/terms/hourly/rates/0"),
                Bad.of(ENGAGEMENTS, terms("'hourly': {'rates': 5}"), 400, "wrong-type", "/terms/hourly/rates"),
                Bad.of(previews, "{'as_of': 'tomorrow'}", 400, "date-unreadable", "/as_of"),
                Bad.of(previews, "null", 400, "body-missing", ""),
                Bad.of(previews, "{'fingerprint': null}", 422, "invalid-fields", "/fingerprint"),
                Bad.of(
                        previews,
                        "{'fingerprint': '%s'}".formatted("a".repeat(64)),
                        422,
                        "invalid-fields",
                        "/fingerprint"),
                Bad.of(
                        previews,
                        charge("'1.00', 'currency': 'EUR'"),
                        422,
                        "invalid-fields",
                        "/charges/0/amount/currency"),
                Bad.of(
                        previews,
                        charge("'0.00', 'currency': 'USD'"),
                        422,
                        "invalid-fields",
                        "/charges/0/amount/amount"),
                Bad.of(
                        previews,
                        charge("'99999999999999999999', 'currency': 'USD'"),
                        422,
                        "invalid-fields",
                        "/charges/0/amount/amount"),
                Bad.of(previews, "{'charges': [null]}", 422, "invalid-fields", "/charges/0"),
                Bad.of(previews, "{'charges': [{}]}", 422, "invalid-fields", "/charges/0/description"),
                Bad.of(previews, "{'charges': [{'category': 'hourly'}]}", 422, "invalid-fields", "/charges/0/category"),
                Bad.of(
                        previews,
                        "{'charges': [%s]}".formatted("{},".repeat(100) + "{}"),
                        422,
                        "invalid-fields",
                        "/charges"),
                Bad.of(previews, "{'override': {}}", 422, "invalid-fields", "/override/reason"),
                Bad.of(INVOICES, "{'fingerprint': 'c4nary'}", 422, "invalid-fields", "/client_id"),
                Bad.of(approvals, "{}", 422, "invalid-fields", "/entries"),
                Bad.of(approvals, "{'entries': [null]}", 422, "invalid-fields", "/entries/0"),
                Bad.of(approvals, "{'entries': [{}]}", 422, "invalid-fields", "/entries/0/id"),
                Bad.of(
                        approvals,
                        "{'entries': [{'id': '%s', 'version': 0}]}".formatted(UUID.randomUUID()),
                        422,
                        "invalid-fields",
                        "/entries/0/version"));
    }

    private static String time(String rest) {
        return "{'engagement_id': '%s', 'worker_id': '%s', 'worked_on': '2026-02-03', %s}"
                .formatted(ENGAGEMENT, FIRM.person(Role.STAFF), rest);
    }

    /** Good terms with one field that says something else. */
    private static String terms(String other) {
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode terms = (ObjectNode) json.readTree(Bodies.mixedTerms(false));
        terms.setAll((ObjectNode) json.readTree("{" + other.replace('\'', '"') + "}"));
        return "{'client_id': '%s', 'terms': %s}".formatted(FIRM.client, terms);
    }

    private static String fee(String amount) {
        return "{'client_id': '%s', 'terms': %s}"
                .formatted(
                        FIRM.client,
                        Bodies.mixedTerms(false).replace("{\"amount\": \"1000.00\"", "{'amount': " + amount));
    }

    private static String charge(String amount) {
        return "{'charges': [{'description': 'c4nary', 'amount': {'amount': %s}}]}".formatted(amount);
    }

    @BeforeAll
    static void look() {
        before = everything();
    }

    @AfterAll
    static void nothing_changed() {
        assertThat(everything()).isEqualTo(before);
    }

    private static String everything() {
        StringBuilder all = new StringBuilder();
        for (String list : List.of(CLIENTS, PEOPLE, TIME, ENGAGEMENTS, INVOICES, "/v1/decisions", "/v1/audit-events")) {
            all.append(FIRM.admin().get(list).expect(200).body()).append('\n');
        }
        return all.toString();
    }

    @ParameterizedTest
    @MethodSource("bad_bodies")
    void a_bad_body_is_refused_with_a_code_and_a_pointer_and_is_not_quoted(Bad bad) {
        Reply reply = FIRM.admin().post(bad.path(), bad.body());

        reply.problem(bad.status(), bad.code());
        assertThat(reply.body()).doesNotContain(CANARY).doesNotContain("Exception");
        if (bad.status() == 422) {
            assertThat(reply.body()).contains("\"pointer\":\"" + bad.pointer() + "\"");
        } else {
            assertThat(reply.text("/pointer")).isEqualTo(bad.pointer());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/clients?limit=0, 400, parameter-invalid",
        "/v1/clients?limit=201, 400, parameter-invalid",
        "/v1/clients?limit=-1, 400, parameter-invalid",
        "/v1/clients?limit=99999999999, 400, parameter-invalid",
        "/v1/clients?limit=c4nary, 400, parameter-invalid",
        "/v1/clients?limit=1&limit=2, 400, parameter-unknown",
        "/v1/clients?c4nary=1, 400, parameter-unknown",
        "/v1/clients?cursor=c4nary, 400, cursor-invalid",
        "/v1/clients?cursor=%00, 400, parameter-invalid",
        "/v1/clients?cursor=, 400, parameter-invalid",
        "/v1/clients?limit=, 400, parameter-invalid",
        "/v1/invoices?client_id=, 400, parameter-invalid",
        "/v1/invoices?state=, 400, parameter-invalid",
        "/v1/decisions?subject, 400, parameter-invalid",
        "/v1/engagements?client_id=c4nary, 400, parameter-invalid",
        "/v1/engagements?signed=c4nary, 400, parameter-invalid",
        "/v1/time-entries?state=c4nary, 400, parameter-invalid",
        "/v1/time-entries?from=c4nary, 400, parameter-invalid",
        "/v1/time-entries?from=%2B999999999-01-01, 400, parameter-invalid",
        "/v1/decisions?pack=c4nary, 400, parameter-invalid",
        "/v1/decisions?from=2026-01-01, 400, parameter-invalid",
        "/v1/decisions?invoice_id=c4nary, 400, parameter-invalid",
        "/v1/clients/c4nary, 404, not-found",
        "/v1/clients/1-1-1-1-1, 404, not-found",
        "/v1/clients/%00, 400, bad-request",
        "/v1/clients/..%2f, 400, bad-request",
        "/v1/clients;c4nary=1, 400, bad-request",
        "/v1//clients, 400, bad-request",
        "/v1/clients/, 404, not-found"
    })
    void a_bad_address_is_refused(String path, int status, String code) {
        Reply reply = FIRM.admin().get(path);

        reply.problem(status, code);
        assertThat(reply.body()).doesNotContain(CANARY);
    }

    @Test
    void an_address_with_a_broken_escape_is_refused() throws IOException {
        String request =
                "GET /v1/clients?cursor=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                        + FIRM.token(Role.FIRM_ADMIN) + "\r\n\r\n";

        assertThat(raw(request)).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "fact", "rule"})
    void a_filter_of_any_text_finds_nothing_and_breaks_nothing(String filter) {
        for (String text : List.of("%00", "%ed%a0%80", "'%3b--", "x".repeat(5000))) {
            assertThat(FIRM.admin().get("/v1/decisions?" + filter + "=" + text).status())
                    .isIn(200, 400);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|428|if-match-missing", "1|400|if-match-invalid", "*|400|if-match-invalid",
                "W/\"1\"|400|if-match-invalid", "\"1\", \"2\"|400|if-match-invalid", "\"x\"|412|precondition-failed",
                "\"0\"|412|precondition-failed", "\"99999999999\"|412|precondition-failed"
            })
    void an_entity_tag_has_to_be_one_of_ours(String tag, int status, String code) {
        String path = "/v1/time-entries/" + UUID.randomUUID();

        FIRM.admin().put(path, tag, time("'minutes': 5").replace('\'', '"')).problem(status, code);
    }

    @Test
    void a_body_over_a_megabyte_is_too_large_whether_its_length_is_told_or_not() {
        String big = "{\"name\": \"" + "x".repeat(10 << 20) + "\"}";
        byte[] bytes = big.getBytes(StandardCharsets.UTF_8);
        Caller admin = FIRM.admin();

        admin.post(CLIENTS, big).problem(413, "body-too-large");
        FIRM.server
                .send(admin.json(CLIENTS)
                        .header("Idempotency-Key", "k")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes))))
                .problem(413, "body-too-large");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] name = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'};
        byte[] surrogate = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'
        };
        byte[] overlong = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xc1, (byte) 0x81, '"', '}'};
        byte[] utf16 = "{\"name\": \"A\"}".getBytes(StandardCharsets.UTF_16BE);
        for (byte[] body : List.of(name, surrogate, overlong, utf16)) {
            FIRM.server
                    .send(FIRM.admin()
                            .json(CLIENTS)
                            .header("Idempotency-Key", "k")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body)))
                    .problem(400, "text-not-unicode");
        }
    }

    @Test
    void an_unknown_field_is_answered_with_the_known_ones() {
        Reply reply = FIRM.admin().post(PEOPLE, "{\"name\": \"A\", \"mail\": \"c4nary\"}");

        assertThat(reply.problem(400, "unknown-field").text("/errors/0/detail")).isEqualTo("billing_role, email, name");
    }

    @Test
    void media_types_other_than_json_are_refused() {
        HttpRequest.Builder form = FIRM.admin()
                .request(CLIENTS)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=c4nary"));
        HttpRequest.Builder none =
                FIRM.admin().request(CLIENTS).POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"c4nary\"}"));
        HttpRequest.Builder nonsense = FIRM.admin()
                .request(CLIENTS)
                .header("Content-Type", "c4nary")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        HttpRequest.Builder html =
                FIRM.admin().request(CLIENTS).header("Accept", "text/html").GET();

        FIRM.server.send(form).problem(415, "media-type-not-supported");
        FIRM.server.send(none).problem(415, "media-type-not-supported");
        FIRM.server.send(nonsense).problem(415, "media-type-not-supported");
        FIRM.server.send(html).problem(406, "not-acceptable");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", FIRM.server.address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
