package feewright.api.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Server;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.api.fixture.Waiting;
import feewright.platform.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From issue to money over HTTP, under the core rules, with the simulated processor: requirements A1 to A4 and A6. */
class AutopayTest {

    private final TestFirm firm = TestFirm.withClock();
    private final Caller admin = firm.admin();
    private final String engagement = Bodies.signed(firm, false);

    @ParameterizedTest
    @CsvSource({
        "card-succeeds,       succeeded,       paid,  nothing, collected",
        "card-declines,       failed,          open,  attempt,",
        "card-lacks-funds,    failed,          open,  attempt,",
        "card-expired,        failed,          open,  nothing, not_retried",
        "card-stolen,         failed,          open,  nothing, not_retried",
        "card-needs-action,   action_required, open,  resolve,",
        "card-times-out,      unknown,         open,  resolve,",
        "card-vanishes,       unknown,         open,  resolve,",
        "debit-succeeds,      processing,      open,  resolve,",
    })
    void each_named_card_leads_where_it_says_A6(String card, String state, String settled, String next, String why) {
        autopay(card);

        String invoice = issued();

        JsonNode attempt = attempt(invoice, state);
        assertThat(attempt.at("/number").asInt()).isEqualTo(1);
        assertThat(attempt.at("/cause").asString()).isEqualTo("autopay");
        assertThat(settlement(invoice)).isEqualTo(settled);
        JsonNode collection = get("/v1/invoices/" + invoice + "/collection");
        assertThat(collection.at("/next").asString()).isEqualTo(next);
        assertThat(collection.at("/reason_code").asString("")).isEqualTo(why == null ? "" : why);
        assertThat(reconciles()).isTrue();
    }

    @Test
    void the_timeline_tells_it_in_order_and_names_what_is_planned() {
        autopay("card-lacks-funds");
        String invoice = issued();
        attempt(invoice, "failed");

        List<String> kinds = kinds(invoice);

        assertThat(kinds).containsExactly("issued", "attempt_initiated", "attempt_failed", "attempt_planned");
    }

    @Test
    void an_attempt_that_failed_is_tried_by_hand_with_another_card_A4() {
        autopay("card-declines");
        String invoice = issued();
        attempt(invoice, "failed");
        String card = card("card-succeeds");

        String attempt = admin.post(
                        "/v1/invoices/" + invoice + "/payment-attempts", "{\"payment_method_id\": \"" + card + "\"}")
                .expect(202)
                .text("/id");

        await(() ->
                get("/v1/payment-attempts/" + attempt).at("/state").asString().equals("succeeded"));
        assertThat(settlement(invoice)).isEqualTo("paid");
        assertThat(kinds(invoice)).endsWith("attempt_succeeded", "payment_received");
        admin.post("/v1/invoices/" + invoice + "/payment-attempts", "{}").problem(422, "refused-by-rules");
    }

    @Test
    void money_goes_back_through_the_processor_that_brought_it_A5() {
        autopay("card-succeeds");
        String invoice = issued();
        String payment = attempt(invoice, "succeeded").at("/payment_id").asString();

        admin.post("/v1/payments/" + payment + "/refunds", "{\"reason\": \"asked for\"}")
                .problem(422, "refund-through-processor");
        String refund =
                admin.post("/v1/refunds", refund(payment, "400.00")).expect(202).text("/id");

        await(() -> get("/v1/refunds/" + refund).at("/state").asString().equals("succeeded"));
        assertThat(admin.post("/v1/refunds", refund(payment, "600.01"))
                        .problem(422, "refused-by-rules")
                        .text("/violations/0/code"))
                .isEqualTo("PAY-07");
        assertThat(kinds(invoice)).endsWith("payment_refunded", "refund_requested", "refund_succeeded");
        assertThat(get("/v1/refunds?state=succeeded&invoice_id=" + invoice).at("/items"))
                .hasSize(1);
        TestFirm.open().admin().get("/v1/refunds/" + refund).problem(404, "not-found");
        assertThat(reconciles()).isTrue();
    }

    @Test
    void a_refund_that_does_not_arrive_comes_back_A5() {
        autopay("card-refund-fails");
        String invoice = issued();
        String payment = attempt(invoice, "succeeded").at("/payment_id").asString();
        String refund =
                admin.post("/v1/refunds", refund(payment, "400.00")).expect(202).text("/id");
        await(() -> get("/v1/refunds/" + refund).at("/state").asString().equals("pending"));
        assertThat(settlement(invoice)).isEqualTo("part_paid");

        Instant later = Server.NOW.plus(Duration.ofDays(3));
        firm.master().post("/v1/test-clock", "{\"to\": \"" + later + "\"}").expect(200);

        await(() -> get("/v1/refunds/" + refund).at("/state").asString().equals("failed"));
        assertThat(settlement(invoice)).isEqualTo("paid");
        assertThat(reconciles()).isTrue();
        assertThat(kinds(invoice).stream().filter("refund_failed"::equals))
                .as("told of once")
                .hasSize(1);
    }

    @Test
    void bad_refunds_get_a_clear_answer_W3() {
        String invoice = issued();
        String byHand = admin.post(
                        "/v1/invoices/" + invoice + "/payments",
                        "{\"amount\": {\"amount\": \"10.00\", \"currency\": \"USD\"}, \"method\": \"wire\"}")
                .expect(201)
                .text("/id");
        admin.post("/v1/refunds", refund(byHand, "1.00")).problem(422, "payment-by-hand");
        admin.post("/v1/refunds", refund(UUID.randomUUID().toString(), "1.00")).problem(404, "not-found");
        admin.post("/v1/refunds", "{\"reason\": \"x\"}").problem(422, "invalid-fields");
        admin.post("/v1/refunds", refund(byHand, "-1.00")).problem(422, "invalid-fields");
        admin.get("/v1/refunds?state=lost").problem(400, "parameter-invalid");
        firm.staff().post("/v1/refunds", refund(byHand, "1.00")).problem(403, "forbidden");
    }

    private static String refund(String payment, String amount) {
        return """
            {"payment_id": "%s", "amount": {"amount": "%s", "currency": "USD"}, "reason": "asked for"}
            """.formatted(payment, amount);
    }

    @Test
    void while_an_attempt_is_under_way_another_is_refused_A3() {
        autopay("debit-succeeds");
        String invoice = issued();
        attempt(invoice, "processing");

        Reply refused = admin.post("/v1/invoices/" + invoice + "/payment-attempts", "{}")
                .problem(422, "refused-by-rules");

        assertThat(refused.text("/violations/0/code")).isEqualTo("PAY-17");
        assertThat(get("/v1/payment-attempts?state=processing&invoice_id=" + invoice)
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void without_autopay_or_a_card_nobody_is_called_and_that_is_said_A2() {
        String before = issued();
        assertThat(get("/v1/invoices/" + before + "/collection")
                        .at("/reason_code")
                        .asString())
                .isEqualTo("no_autopay");
        admin.post("/v1/invoices/" + before + "/payment-attempts", "{}").problem(422, "no-payment-method");
        admin.put("/v1/clients/" + firm.client + "/autopay", null, "{\"enabled\": true}")
                .expect(200);

        String invoice = issued();

        await(() -> get("/v1/invoices/" + invoice + "/collection")
                .at("/reason_code")
                .asString("")
                .equals("no_method"));
        assertThat(admin.get("/v1/audit-events").expect(200).body()).contains("no_method");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4242424242424242", "4242 4242 4242 4242", "4000-0566-5566-5556"})
    void a_card_number_is_refused_wherever_it_is_sent_A1(String number) {
        Reply refused = admin.post(methods(), "{\"processor\": \"simulated\", \"reference\": \"" + number + "\"}")
                .problem(422, "invalid-fields");

        assertThat(refused.text("/errors/0/code")).isEqualTo("card-number-refused");
        assertThat(refused.body()).doesNotContain(number);
        admin.post(
                        methods(),
                        "{\"processor\": \"simulated\", \"reference\": \"card-succeeds\", \"customer_reference\": \""
                                + number + "\"}")
                .problem(422, "invalid-fields");
    }

    @Test
    void bad_methods_and_settings_get_a_clear_answer_W3() {
        assertFault("{}", "processor-missing");
        assertFault("{\"processor\": \"another\", \"reference\": \"x\"}", "processor-unknown");
        assertFault("{\"processor\": \"simulated\", \"reference\": \"no-such-card\"}", "reference-not-found");
        assertFault("{\"processor\": \"simulated\", \"reference\": \"a b\"}", "reference-unreadable");
        admin.put("/v1/clients/" + firm.client + "/autopay", null, "{}").problem(422, "invalid-fields");
        String unknown = UUID.randomUUID().toString();
        admin.put(
                        "/v1/clients/" + firm.client + "/autopay",
                        null,
                        "{\"enabled\": true, \"payment_method_id\": \"" + unknown + "\"}")
                .problem(404, "not-found");
        admin.post(
                        "/v1/clients/" + unknown + "/payment-methods",
                        "{\"processor\": \"simulated\", \"reference\": \"card-succeeds\"}")
                .problem(404, "not-found");
        admin.get("/v1/payment-attempts?state=lost").problem(400, "parameter-invalid");
    }

    @Test
    void another_firm_and_another_client_see_none_of_it_T1() {
        String card = card("card-succeeds");
        autopay(true);
        String invoice = issued();
        String attempt = attempt(invoice, "succeeded").at("/id").asString();
        TestFirm other = TestFirm.open();
        Caller neighbour = new Caller(
                firm.server,
                firm.signed(firm.claims(Role.CLIENT)
                        .claim("client", UUID.randomUUID().toString())
                        .build()),
                null);

        for (Caller stranger : List.of(other.admin(), neighbour)) {
            for (String path : List.of(
                    "/v1/payment-methods/" + card,
                    "/v1/payment-attempts/" + attempt,
                    "/v1/invoices/" + invoice + "/timeline",
                    "/v1/invoices/" + invoice + "/collection",
                    "/v1/clients/" + firm.client + "/autopay",
                    "/v1/clients/" + firm.client + "/payment-methods")) {
                stranger.get(path).problem(404, "not-found");
            }
        }
        assertThat(firm.portal()
                        .get("/v1/payment-attempts/" + attempt)
                        .expect(200)
                        .text("/state"))
                .isEqualTo("succeeded");
    }

    @Test
    void three_decimals_are_collected_but_for_the_last_and_the_rest_is_written_off_A7() {
        autopay("card-succeeds");
        String terms = Bodies.engagement(firm, false)
                .replace("USD", "KWD")
                .replace("1000.00", "3.334")
                .replace("120.00", "1.000");
        String kuwait = admin.post("/v1/engagements", terms).expect(201).text("/id");
        admin.post("/v1/engagements/" + kuwait + "/signature", Bodies.signature())
                .expect(201);
        String invoice = admin.post("/v1/engagements/" + kuwait + "/invoices", "{}")
                .expect(201)
                .text("/id");

        JsonNode attempt = attempt(invoice, "succeeded");

        assertThat(attempt.at("/amount/amount").asString()).isEqualTo("3.330");
        assertThat(get("/v1/invoices/" + invoice)
                        .at("/payment_status/owed/amount")
                        .asString())
                .isEqualTo("0.004");
        assertThat(get("/v1/invoices/" + invoice + "/collection")
                        .at("/reason_code")
                        .asString())
                .isEqualTo("remainder_left");
        firm.master()
                .post("/v1/test-clock", "{\"to\": \"" + Server.NOW.plus(Duration.ofDays(60)) + "\"}")
                .expect(200);
        assertThat(settlement(invoice)).isEqualTo("part_paid");
        assertThat(get("/v1/invoices?state=overdue").toString()).doesNotContain(invoice);
        admin.post("/v1/invoices/" + invoice + "/payment-attempts", "{}").problem(422, "amount-not-collectable");
        String odd = refund(attempt.at("/payment_id").asString(), "0.001").replace("USD", "KWD");
        String failing = admin.post("/v1/refunds", odd).expect(202).text("/id");
        await(() -> get("/v1/refunds/" + failing).at("/state").asString().equals("failed"));
        String some = refund(attempt.at("/payment_id").asString(), "2.000").replace("USD", "KWD");
        admin.post("/v1/refunds", some).expect(202);
        assertThat(get("/v1/invoices/" + invoice + "/collection")
                        .at("/reason_code")
                        .asString())
                .isEqualTo("owes_again");
        assertThat(settlement(invoice)).isEqualTo("overdue");
        admin.post("/v1/invoices/" + invoice + "/write-offs", "{\"reason\": \"Below the last digit\"}")
                .expect(201);
        assertThat(settlement(invoice)).isEqualTo("written_off");
        assertThat(reconciles()).isTrue();
    }

    private void assertFault(String body, String code) {
        assertThat(admin.post(methods(), body).problem(422, "invalid-fields").text("/errors/0/code"))
                .isEqualTo(code);
    }

    private void autopay(String card) {
        card(card);
        autopay(true);
    }

    private void autopay(boolean on) {
        admin.put("/v1/clients/" + firm.client + "/autopay", null, "{\"enabled\": " + on + "}")
                .expect(200);
    }

    private String card(String name) {
        return admin.post(methods(), "{\"processor\": \"simulated\", \"reference\": \"" + name + "\"}")
                .expect(201)
                .text("/id");
    }

    private String methods() {
        return "/v1/clients/" + firm.client + "/payment-methods";
    }

    private String issued() {
        return admin.post("/v1/engagements/" + engagement + "/invoices", "{}")
                .expect(201)
                .text("/id");
    }

    /** The only attempt at an invoice, once it stands so. */
    private JsonNode attempt(String invoice, String state) {
        String path = "/v1/payment-attempts?invoice_id=" + invoice;
        await(() -> get(path).at("/items/0/state").asString("").equals(state));
        return get(path).at("/items/0");
    }

    private List<String> kinds(String invoice) {
        List<String> kinds = new ArrayList<>();
        get("/v1/invoices/" + invoice + "/timeline")
                .at("/items")
                .forEach(item -> kinds.add(item.at("/kind").asString()));
        return kinds;
    }

    private String settlement(String invoice) {
        return get("/v1/invoices/" + invoice).at("/payment_status/state").asString();
    }

    private boolean reconciles() {
        return get("/v1/reports/reconciliation").at("/clean").asBoolean();
    }

    private JsonNode get(String path) {
        return admin.get(path).expect(200).json();
    }

    /** Collects as the schedule does, until it is so. */
    private void await(BooleanSupplier condition) {
        firm.server.context.getBean(Collector.class).collect(firm.firm);
        Waiting.until(condition);
    }
}
