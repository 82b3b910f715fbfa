package feewright.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.EveryRow;
import feewright.api.fixture.Quiet;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.api.security.AccessTable;
import feewright.api.security.AccessTable.Endpoint;
import feewright.platform.Role;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Requirements W3, W5: a null anywhere in a body is refused with a pointer to it, and takes nothing. */
@ResourceLock(Quiet.DATABASE)
class NullsTest {

    private static final TestFirm FIRM = TestFirm.open();

    private final JsonNode described = FIRM.server
            .send(FIRM.server.request("/v1/openapi").GET())
            .expect(200)
            .json();

    /** A body that is null at one place and says nothing else. */
    record Null(Endpoint endpoint, String pointer, String body) {}

    @Test
    void every_property_and_element_of_every_body_refuses_null() throws SQLException {
        Caller[] callers = {FIRM.operator(), FIRM.master()};
        List<Null> nulls = nulls();
        List<String> before = EveryRow.hashed();

        for (Null sent : nulls) {
            boolean isMasters = AccessTable.rolesOf(sent.endpoint()).contains(Role.FIRM_MASTER_ADMIN);
            Reply reply = send(callers[isMasters ? 1 : 0], sent);

            assertThat(reply.problem(422, "invalid-fields").json().get("errors"))
                    .as(sent.toString())
                    .singleElement()
                    .hasToString("{\"code\":\"null\",\"pointer\":\"" + sent.pointer() + "\"}");
        }

        assertThat(EveryRow.hashed()).isEqualTo(before);
        assertThat(nulls)
                .extracting(Null::pointer)
                .contains("/terms/hourly/rates/0/person_id", "/lines/0/time_entries/0", "/events/0");
    }

    @Test
    void the_description_has_null_nowhere() {
        assertThat(described.findValues("type").stream().filter(JsonNode::isArray))
                .isEmpty();
        assertThat(described.findValues("nullable")).isEmpty();
    }

    @Test
    void a_null_does_not_take_everything() throws SQLException {
        String engagement = Bodies.signed(FIRM, false);
        Caller admin = FIRM.admin();
        String invoice = admin.post("/v1/engagements/" + engagement + "/invoices", "{}")
                .expect(201)
                .text("/id");
        String payment = admin.post(
                        "/v1/invoices/" + invoice + "/payments",
                        "{\"amount\": {\"amount\": \"400.00\", \"currency\": \"USD\"}, \"method\": \"wire\"}")
                .expect(201)
                .text("/id");
        List<String> before = EveryRow.hashed();

        refused("/v1/invoices/" + invoice + "/write-offs", "{'amount': null, 'reason': 'Lost'}", "/amount");
        refused("/v1/payments/" + payment + "/refunds", "{'amount': null, 'reason': 'Back'}", "/amount");
        refused(
                "/v1/invoices/" + invoice + "/credit-notes",
                "{'lines': [{'number': 1, 'amount': null}], 'excess': 'credit', 'reason': 'Agreed'}",
                "/lines/0/amount");
        refused(
                "/v1/engagements/" + engagement + "/renewal",
                "{'effective_on': '2026-05-01', 'terms': null, 'signature': " + Bodies.signature() + "}",
                "/terms");
        refused("/v1/webhook-endpoints", "{'url': 'https://example.com/hook', 'events': null}", "/events");
        refused(
                "/v1/engagements",
                Bodies.engagement(FIRM, false)
                        .replace("{\"per_hour\"", "{\"person_id\": null, \"role\": null, \"per_hour\""),
                "/terms/hourly/rates/0/person_id");

        assertThat(EveryRow.hashed()).isEqualTo(before);
    }

    private static void refused(String path, String body, String pointer) {
        assertThat(FIRM.admin()
                        .post(path, body.replace('\'', '"'))
                        .problem(422, "invalid-fields")
                        .text("/errors/0/pointer"))
                .isEqualTo(pointer);
    }

    private static Reply send(Caller caller, Null sent) {
        String path = sent.endpoint()
                .pattern()
                .replace("{id}", UUID.randomUUID().toString())
                .replace("{number}", "1");
        return FIRM.server.send(caller.json(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"1\"")
                .method(sent.endpoint().method().name(), HttpRequest.BodyPublishers.ofString(sent.body())));
    }

    private List<Null> nulls() {
        List<Null> nulls = new ArrayList<>();
        described
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    Endpoint endpoint = new Endpoint(
                            HttpMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT)), path.getKey());
                    JsonNode schema = operation.getValue().at("/requestBody/content/application~1json/schema");
                    descend(
                            schema,
                            "",
                            UnaryOperator.identity(),
                            (pointer, body) -> nulls.add(new Null(endpoint, pointer, body)));
                }));
        return nulls;
    }

    private interface Found {
        void at(String pointer, String body);
    }

    /** What is found below: {@code around} makes the whole body of what stands at the pointer. */
    private void descend(JsonNode schema, String pointer, UnaryOperator<String> around, Found found) {
        JsonNode resolved =
                schema.has("$ref") ? described.at(schema.get("$ref").asString().substring(1)) : schema;
        if (!pointer.isEmpty()) {
            found.at(pointer, around.apply("null"));
        }
        resolved.path("properties")
                .properties()
                .forEach(property -> descend(
                        property.getValue(),
                        pointer + "/" + property.getKey(),
                        inner -> around.apply("{\"" + property.getKey() + "\": " + inner + "}"),
                        found));
        if (resolved.has("items")) {
            descend(resolved.get("items"), pointer + "/0", inner -> around.apply("[" + inner + "]"), found);
        }
    }
}
