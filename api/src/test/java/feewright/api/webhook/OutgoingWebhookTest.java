package feewright.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Canary;
import feewright.api.fixture.Receiver;
import feewright.api.fixture.Receiver.Message;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Server;
import feewright.api.fixture.Superuser;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.api.fixture.Waiting;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Firms are told of what happens, over HTTP (requirements T1, T3, T4, W1 and W3). */
class OutgoingWebhookTest {

    private static final String SUBSCRIPTIONS = "/v1/webhook-endpoints";
    private static final String EVENTS = "/v1/outgoing-events";

    private final TestFirm firm = TestFirm.open();
    private final Caller admin = firm.admin();
    private final Receiver receiver = Receiver.open();

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @Test
    void what_happened_is_told_signed_and_without_a_word_of_content_T3() {
        String secret = subscribed(receiver).text("/secret");
        String invoice = issued();

        told(1);

        Message message = receiver.messages().getFirst();
        assertThat(message.isSignedWith(secret)).isTrue();
        assertThat(message.isSignedWith("whsec_bm90IGl0cyBzZWNyZXQ=")).isFalse();
        assertThat(message.timestamp()).isEqualTo(String.valueOf(Server.NOW.getEpochSecond()));
        JsonNode event = only();
        assertThat(message.id()).isEqualTo(event.at("/id").asString());
        assertThat(message.body()).isEqualTo("""
            {"id":"%s","type":"invoice.issued","timestamp":"2026-04-10T16:00:00Z","firm_id":"%s","livemode":false,\
            "data":{"object":"invoice","ids":{"client_id":"%s","decision_id":"%s","invoice_id":"%s"},\
            "amount":{"amount":"1000.00","currency":"USD"},"codes":["%s"]}}\
            """.formatted(
                        message.id(),
                        firm.firm,
                        firm.client,
                        event.at("/data/ids/decision_id").asString(),
                        invoice,
                        event.at("/data/codes/0").asString()));
        assertThat(admin.get("/v1/audit-events").expect(200).body()).contains(message.id());
    }

    @Test
    void a_receiver_that_was_down_is_told_the_same_bytes_again_at_once_when_a_person_asks() {
        String subscription = subscribed(receiver.answering(500)).text("/id");
        issued();
        told(1);
        String event = only().at("/id").asString();
        awaitState(event, "waiting");
        assertThat(delivery(event).at("/attempts/0/status").asInt()).isEqualTo(500);
        assertThat(delivery(event).at("/next_attempt_at").asString()).isEqualTo("2026-04-10T16:00:05Z");

        receiver.answering(200);
        admin.post(EVENTS + "/" + event + "/redeliveries", "{\"webhook_endpoint_id\": \"" + subscription + "\"}")
                .expect(202);
        told(2);

        awaitState(event, "delivered");
        assertThat(receiver.messages().get(1)).isEqualTo(receiver.messages().getFirst());
        assertThat(admin.get(EVENTS + "?state=delivered&subscription_id=" + subscription)
                        .expect(200)
                        .json()
                        .at("/items"))
                .hasSize(1);
        assertThat(admin.get(EVENTS + "?state=failed").expect(200).json().at("/items"))
                .isEmpty();
    }

    @Test
    void a_dead_receiver_does_not_hold_up_another() {
        try (Receiver slow = Receiver.open().after(1_500)) {
            subscribed(slow);
            subscribed(receiver);
            String engagement = Bodies.signed(firm, false);
            admin.post("/v1/engagements/" + engagement + "/invoices", "{}").expect(201);
            for (int i = 0; i < 11; i++) {
                admin.post("/v1/engagements/" + engagement + "/invoices", Canary.charge(""))
                        .problem(422, "refused-by-rules");
                firm.master()
                        .post("/v1/engagements/" + engagement + "/invoices", Canary.charge(""))
                        .expect(201);
            }

            WebhookSender teller = firm.server.context.getBean(WebhookSender.class);
            Waiting.until(() -> {
                teller.tell(firm.firm);
                return receiver.messages().size() >= 12;
            });

            assertThat(slow.mostAtOnce()).isBetween(1, 4);
            slow.after(0);
        }
    }

    @Test
    void a_410_ends_the_subscription() {
        String subscription = subscribed(receiver.answering(410)).text("/id");
        issued();
        told(1);

        Waiting.until(() -> get(SUBSCRIPTIONS + "/" + subscription)
                .at("/end_reason_code")
                .asString("")
                .equals("gone"));
        admin.post(SUBSCRIPTIONS + "/" + subscription + "/test-deliveries", "").problem(409, "webhook-endpoint-ended");
    }

    @Test
    void a_secret_is_shown_again_to_the_same_request_only_and_is_kept_nowhere() throws SQLException {
        String body = body(receiver.url(), "");
        Reply made = admin.post(SUBSCRIPTIONS, body, "key").expect(201);
        String secret = made.text("/secret");

        Reply again = admin.post(SUBSCRIPTIONS, body, "key").expect(201);

        assertThat(secret).startsWith("whsec_");
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(SUBSCRIPTIONS + "/" + made.text("/id"));
        assertThat(get(SUBSCRIPTIONS + "/" + made.text("/id")).has("secret")).isFalse();
        assertThat(get(SUBSCRIPTIONS).at("/items/0").has("secret")).isFalse();
        for (String table : Superuser.ask(
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'")) {
            assertThat(Superuser.ask("select 1 from %s t where t::text like '%%%s%%'".formatted(table, secret)))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    void while_a_secret_is_replaced_both_sign() {
        Reply made = subscribed(receiver);
        String path = SUBSCRIPTIONS + "/" + made.text("/id");
        Reply rotated = admin.post(path + "/secret-rotations", "").expect(201);

        admin.post(path + "/test-deliveries", "").expect(202);
        told(1);

        Message ping = receiver.messages().getFirst();
        assertThat(rotated.text("/secret_version")).isEqualTo("2");
        assertThat(rotated.text("/secret")).isNotEqualTo(made.text("/secret"));
        assertThat(ping.isSignedWith(made.text("/secret"))).isTrue();
        assertThat(ping.isSignedWith(rotated.text("/secret"))).isTrue();
        assertThat(ping.signatures().split(" ")).hasSize(2);
        assertThat(ping.body()).contains("\"type\":\"ping\"");
        assertThat(admin.get("/v1/audit-events").body()).contains("webhook_secret_rotated");
    }

    @Test
    void the_address_is_no_word_for_logs_audit_or_the_platform_T3() throws SQLException {
        subscribed(receiver);

        assertThat(Superuser.ask("""
            select relname from pg_class c
            where relnamespace = 'public'::regnamespace and relkind = 'r'
                and has_table_privilege('feewright_platform', c.oid, 'select')
            """)).contains("webhook_endpoint").doesNotContain("customer_text");
        assertThat(Superuser.ask("select subscription_id from webhook_endpoint t where t::text like '%token=abc%'"))
                .isEmpty();
        assertThat(admin.get("/v1/audit-events").body())
                .contains("webhook_endpoint_created")
                .doesNotContain("token=abc");
    }

    @Test
    void a_subscription_is_removed_once_and_another_firm_never_saw_it_T1() {
        String path = SUBSCRIPTIONS + "/" + subscribed(receiver).text("/id");
        issued();
        String event = only().at("/id").asString();
        Caller neighbour = TestFirm.open().admin();
        neighbour.get(path).problem(404, "not-found");
        deleted(neighbour, path).problem(404, "not-found");
        neighbour.post(path + "/secret-rotations", "").problem(404, "not-found");
        neighbour.post(path + "/test-deliveries", "").problem(404, "not-found");
        neighbour.get(EVENTS + "/" + event).problem(404, "not-found");
        neighbour.get(EVENTS + "/" + event + "/deliveries").problem(404, "not-found");
        assertThat(neighbour.get(EVENTS).expect(200).json().at("/items")).isEmpty();

        String ended = deleted(admin, path).expect(200).text("/ended_at");

        assertThat(deleted(admin, path).expect(200).text("/ended_at")).isEqualTo(ended);
        assertThat(delivery(event).at("/state").asString()).isEqualTo("cancelled");
        admin.post(path + "/secret-rotations", "").problem(409, "webhook-endpoint-ended");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                     | url-missing       | /url",
                "{'url': 'ftp://a.example/'}                            | url-not-https     | /url",
                "{'url': 'https://u:p@a.example/'}                      | url-has-user-info | /url",
                "{'url': 'https://a.example/', 'events': []}            | events-empty      | /events",
                "{'url': 'https://a.example/', 'events': ['invoice.x']} | event-unknown     | /events/0",
                "{'url': 'https://a.example/', 'events': ['ping']}      | event-unknown     | /events/0",
                "{'url': 'https://a.example/', 'events': [null]}        | null              | /events/0",
                "{'url': 'https://a.example/', 'events': ['invoice.paid', 'invoice.paid']} | event-repeated |"
                        + " /events/1",
            })
    void each_fault_has_a_code_and_a_place_W3(String body, String code, String pointer) {
        Reply refused = admin.post(SUBSCRIPTIONS, body.replace('\'', '"')).problem(422, "invalid-fields");

        assertThat(refused.text("/errors/0/code")).isEqualTo(code);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(get(SUBSCRIPTIONS).at("/items")).isEmpty();
    }

    @Test
    void filters_and_bodies_that_are_none_are_refused_W3() {
        admin.get(EVENTS + "?state=odd").problem(400, "parameter-invalid");
        admin.get(EVENTS + "?type=odd").problem(400, "parameter-invalid");
        admin.get(EVENTS + "?subscription_id=odd").problem(400, "parameter-invalid");
        String nothing = EVENTS + "/" + UUID.randomUUID() + "/redeliveries";
        admin.post(nothing, "{}").problem(422, "invalid-fields");
        admin.post(nothing, "{\"webhook_endpoint_id\": \"" + UUID.randomUUID() + "\"}")
                .problem(404, "not-found");
        assertThat(List.of(
                        admin.post(SUBSCRIPTIONS, "{\"url\": 7}").status(),
                        admin.post(SUBSCRIPTIONS, "{\"url\": \"https://a.example/\", \"events\": \"all\"}")
                                .status()))
                .containsOnly(400);
    }

    private Reply subscribed(Receiver to) {
        return admin.post(SUBSCRIPTIONS, body(to.url(), "")).expect(201);
    }

    private static String body(String url, String more) {
        return "{\"url\": \"%s\"%s}".formatted(url, more);
    }

    private String issued() {
        return admin.post("/v1/engagements/" + Bodies.signed(firm, false) + "/invoices", "{}")
                .expect(201)
                .text("/id");
    }

    /** Has what is due sent, until the receiver was told so often. */
    private void told(int times) {
        firm.server.context.getBean(WebhookSender.class).tell(firm.firm);
        Waiting.until(() -> receiver.messages().size() >= times);
    }

    private void awaitState(String event, String state) {
        Waiting.until(() -> delivery(event).at("/state").asString().equals(state));
    }

    private JsonNode delivery(String event) {
        return get(EVENTS + "/" + event + "/deliveries").at("/items/0");
    }

    private JsonNode only() {
        JsonNode items = get(EVENTS).at("/items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private JsonNode get(String path) {
        return admin.get(path).expect(200).json();
    }

    private static Reply deleted(Caller caller, String path) {
        return caller.server().send(caller.request(path).method("DELETE", HttpRequest.BodyPublishers.noBody()));
    }
}
