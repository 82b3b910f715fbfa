package feewright.api.processor;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.attempt.Collector;
import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Server;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.api.fixture.Waiting;
import feewright.engine.Ports;
import feewright.processor.ReceiveProcessorEvent;
import feewright.stripe.StripeEvents;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What Stripe sends by itself (requirements A3 and W3): verified, kept once, interpreted later, never an error of ours. */
class WebhookTest {

    private static final Clock CLOCK = Clock.fixed(Server.NOW, ZoneOffset.UTC);
    private static final String ACCOUNT = "acct_of_the_firm";

    private final TestFirm firm = TestFirm.open();
    private final Caller admin = firm.admin();

    static Stream<Arguments> bad_deliveries() {
        String body = event("evt_1", "payment_intent.succeeded", "{}", false);
        String good = signature(body, Server.NOW, Server.WEBHOOK_SECRET);
        return Stream.of(
                Arguments.of(body, null, "signature-missing"),
                Arguments.of(body, " ", "signature-missing"),
                Arguments.of(body, "t=,v1=", "signature-malformed"),
                Arguments.of(body, "t", "signature-malformed"),
                Arguments.of(body, "=,=", "signature-malformed"),
                Arguments.of(body, "t=abc,v1=00", "signature-malformed"),
                Arguments.of(body, "t=99999999999999999999,v1=00", "signature-malformed"),
                Arguments.of(body, good.replace("v1=", "v1=0"), "signature-mismatch"),
                Arguments.of(body + " ", good, "signature-mismatch"),
                Arguments.of(body, signature(body, Server.NOW, "whsec_of_another"), "signature-mismatch"),
                Arguments.of(
                        body,
                        signature(body, Server.NOW.minus(Duration.ofMinutes(6)), Server.WEBHOOK_SECRET),
                        "timestamp-too-old"),
                Arguments.of(
                        body,
                        signature(body, Server.NOW.plus(Duration.ofMinutes(6)), Server.WEBHOOK_SECRET),
                        "timestamp-too-new"),
                Arguments.of("", signature("", Server.NOW, Server.WEBHOOK_SECRET), "body-empty"),
                Arguments.of("{", signature("{", Server.NOW, Server.WEBHOOK_SECRET), "body_unreadable"),
                Arguments.of("null", signature("null", Server.NOW, Server.WEBHOOK_SECRET), "body_unreadable"),
                Arguments.of(body, good, "account-unknown"));
    }

    @ParameterizedTest
    @MethodSource("bad_deliveries")
    void what_is_not_certainly_stripes_is_a_400_with_a_code_W3(String body, String signature, String code) {
        HttpRequest.Builder request = firm.server
                .request("/v1/stripe/events")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("Stripe-Signature", signature);
        }

        Reply reply = firm.server.send(request).problem(400, "event-refused");

        assertThat(reply.text("/errors/0/code")).isEqualTo(code);
    }

    @Test
    void an_event_of_the_other_mode_is_refused() {
        String body = event("evt_1", "payment_intent.succeeded", "{}", true);

        assertThat(webhook().take(bytes(body), signed(body))).contains("livemode-differs");
    }

    @Test
    void an_event_is_kept_once_interpreted_later_and_can_be_replayed() {
        String body = event("evt_odd", "something.new", "{}", false);

        assertThat(webhook().take(bytes(body), signed(body))).isEmpty();
        assertThat(webhook().take(bytes(body), signed(body))).isEmpty();

        JsonNode kept = only("waiting");
        assertThat(kept.at("/name").asString()).isEqualTo("evt_odd");
        assertThat(kept.at("/type").asString()).isEqualTo("something.new");
        collectUntil(() -> items("waiting").isEmpty());
        assertThat(only("uninterpreted").at("/interpretations/0/code").asString())
                .isEqualTo("type_unknown");
        String id = kept.at("/id").asString();
        admin.post("/v1/processor-events/" + id + "/replay", "{}").expect(202);
        collectUntil(() -> items("waiting").isEmpty());
        assertThat(admin.get("/v1/processor-events/" + id).expect(200).json().at("/interpretations"))
                .hasSize(2);
        TestFirm.open().admin().get("/v1/processor-events/" + id).problem(404, "not-found");
    }

    @Test
    void an_event_moves_the_attempt_that_it_names_and_the_money_once_A3() {
        admin.post(
                        "/v1/clients/" + firm.client + "/payment-methods",
                        "{\"processor\": \"simulated\", \"reference\": \"debit-succeeds\"}")
                .expect(201);
        admin.put("/v1/clients/" + firm.client + "/autopay", null, "{\"enabled\": true}")
                .expect(200);
        String invoice = admin.post("/v1/engagements/" + Bodies.signed(firm, false) + "/invoices", "{}")
                .expect(201)
                .text("/id");
        String list = "/v1/payment-attempts?invoice_id=" + invoice;
        collectUntil(() -> get(list).at("/items/0/state").asString("").equals("processing"));
        String attempt = get(list).at("/items/0/id").asString();
        String intent = """
            {"id": "pi_1", "object": "payment_intent", "status": "succeeded", "amount": 100000, "amount_received": 100000,
             "currency": "usd", "metadata": {"attempt": "%s"}}
            """.formatted(attempt);

        for (String name : List.of("evt_1", "evt_2", "evt_1")) {
            String body = event(name, "payment_intent.succeeded", intent, false);
            assertThat(webhook().take(bytes(body), signed(body))).isEmpty();
        }
        collectUntil(() -> items("waiting").isEmpty());

        assertThat(get("/v1/payment-attempts/" + attempt).at("/state").asString())
                .isEqualTo("succeeded");
        assertThat(get("/v1/invoices/" + invoice)
                        .at("/payment_status/received/amount")
                        .asString())
                .isEqualTo("1000.00");
        assertThat(items("applied")).hasSize(1);
        assertThat(items("known")).hasSize(1);
    }

    @Test
    void refunds_made_at_the_processor_are_entered_whatever_comes_first_A5() {
        String invoice = paid("pi_7");
        String refund = """
            {"id": "re_1", "object": "refund", "amount": 40000, "currency": "usd", "payment_intent": "pi_7",
             "status": "succeeded", "metadata": {}}
            """;
        String charge = """
            {"id": "ch_1", "object": "charge", "amount_refunded": 40000, "currency": "usd", "payment_intent": "pi_7"}
            """;

        deliver("evt_charge", "charge.refunded", charge);
        collectUntil(() -> items("looked_up").size() == 1);
        for (String name : List.of("evt_1", "evt_2", "evt_1")) {
            deliver(name, "refund.updated", refund);
        }
        collectUntil(() -> items("known").size() == 1);

        assertThat(get("/v1/refunds?invoice_id=" + invoice).at("/items")).hasSize(1);
        assertThat(get("/v1/invoices/" + invoice)
                        .at("/payment_status/received/amount")
                        .asString())
                .isEqualTo("600.00");
    }

    private void deliver(String name, String type, String object) {
        String body = event(name, type, object, false);
        assertThat(webhook().take(bytes(body), signed(body))).isEmpty();
    }

    /** An invoice of 1000.00 that a payment of this name paid. */
    private String paid(String payment) {
        admin.post(
                        "/v1/clients/" + firm.client + "/payment-methods",
                        "{\"processor\": \"simulated\", \"reference\": \"debit-succeeds\"}")
                .expect(201);
        admin.put("/v1/clients/" + firm.client + "/autopay", null, "{\"enabled\": true}")
                .expect(200);
        String invoice = admin.post("/v1/engagements/" + Bodies.signed(firm, false) + "/invoices", "{}")
                .expect(201)
                .text("/id");
        String list = "/v1/payment-attempts?invoice_id=" + invoice;
        collectUntil(() -> get(list).at("/items/0/state").asString("").equals("processing"));
        deliver("evt_" + payment, "payment_intent.succeeded", """
            {"id": "%s", "object": "payment_intent", "status": "succeeded", "amount": 100000, "amount_received": 100000,
             "currency": "usd", "metadata": {"attempt": "%s"}}
            """.formatted(
                        payment, get(list).at("/items/0/id").asString()));
        collectUntil(() -> items("waiting").isEmpty());
        return invoice;
    }

    @Test
    void an_event_of_an_attempt_of_another_firm_changes_nothing_T1() {
        String body = event("evt_1", "payment_intent.succeeded", """
            {"id": "pi_1", "object": "payment_intent", "status": "succeeded", "amount": 1, "amount_received": 1,
             "currency": "usd", "metadata": {"attempt": "%s"}}
            """.formatted(UUID.randomUUID()), false);

        assertThat(webhook().take(bytes(body), signed(body))).isEmpty();
        collectUntil(() -> items("waiting").isEmpty());

        assertThat(items("attempt_not_found")).hasSize(1);
    }

    /** As the application's, for the account of this firm. */
    private StripeWebhook webhook() {
        Ports ports = firm.server.ports();
        return new StripeWebhook(
                new StripeWebhook.Verification(
                        new StripeEvents(List.of(Server.WEBHOOK_SECRET), CLOCK), false, Map.of(ACCOUNT, firm.firm)),
                new ReceiveProcessorEvent(ports.transactions(), ports.processorEvents(), ports.ids()),
                CLOCK);
    }

    private JsonNode only(String outcome) {
        assertThat(items(outcome)).hasSize(1);
        return items(outcome).get(0);
    }

    private JsonNode items(String outcome) {
        return get("/v1/processor-events?outcome=" + outcome).at("/items");
    }

    private JsonNode get(String path) {
        return admin.get(path).expect(200).json();
    }

    private void collectUntil(BooleanSupplier condition) {
        Collector collector = firm.server.context.getBean(Collector.class);
        collector.collect(firm.firm);
        Waiting.until(condition);
    }

    private static String event(String name, String type, String object, boolean live) {
        return """
            {"id": "%s", "object": "event", "type": "%s", "account": "%s", "livemode": %s, "api_version": "2026-07-29.dahlia",
             "created": %d, "data": {"object": %s}}
            """.formatted(name, type, ACCOUNT, live, Server.NOW.getEpochSecond(), object);
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String signed(String body) {
        return signature(body, Server.NOW, Server.WEBHOOK_SECRET);
    }

    /** As Stripe signs: HMAC-SHA256 over the time and the body. */
    private static String signature(String body, Instant at, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            byte[] digest = mac.doFinal(bytes(at.getEpochSecond() + "." + body));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
