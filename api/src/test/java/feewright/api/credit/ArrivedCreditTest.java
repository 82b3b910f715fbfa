package feewright.api.credit;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.attempt.Collector;
import feewright.api.fixture.Bodies;
import feewright.api.fixture.Server;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.api.fixture.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Credit over HTTP that arrives while invoices are open, under the core rules: requirements E10, I8 and L8. */
class ArrivedCreditTest {

    private static final String REASON = "\"reason\": \"Agreed on the phone\"";

    private final TestFirm firm = TestFirm.withClock();
    private final Caller admin = firm.admin();

    @Test
    void a_deposit_pays_what_a_card_did_not_and_nothing_is_charged_later_E10() {
        autopay("card-lacks-funds-once");
        String invoice = issued(engagement());
        await(() -> next(invoice).equals("attempt "));

        deposit("1000.00");

        assertThat(settlement(invoice)).isEqualTo("paid 0.00");
        assertThat(get("/v1/invoices/" + invoice).at("/paid_on").asString()).isEqualTo("2026-04-10");
        assertThat(get("/v1/invoices?state=paid").at("/items/0/paid_on").asString())
                .isEqualTo("2026-04-10");
        assertThat(next(invoice)).isEqualTo("nothing nothing_owed");
        pass(Duration.ofDays(4));
        collect();
        assertThat(get("/v1/payment-attempts?invoice_id=" + invoice).at("/items"))
                .hasSize(1);
        assertThat(get("/v1/decisions?subject=invoice/" + invoice).toString()).contains("CRE-19");
        assertThat(reconciles()).isTrue();
    }

    @Test
    void promotional_credit_lowers_what_a_card_is_charged_E10() {
        autopay("card-lacks-funds-once");
        String invoice = issued(engagement());
        await(() -> next(invoice).equals("attempt "));

        promotion("300.00");
        pass(Duration.ofDays(4));

        await(() -> get("/v1/payment-attempts?invoice_id=" + invoice)
                .at("/items/0/state")
                .asString("")
                .equals("succeeded"));
        assertThat(get("/v1/payment-attempts?invoice_id=" + invoice)
                        .at("/items/0/amount/amount")
                        .asString())
                .isEqualTo("700.00");
        assertThat(settlement(invoice)).isEqualTo("paid 0.00");
        assertThat(reconciles()).isTrue();
    }

    @Test
    void a_disputed_invoice_takes_credit_once_the_dispute_is_over_E10() {
        autopay("card-succeeds");
        String engagement = engagement();
        String invoice = issued(engagement);
        await(() -> settlement(invoice).equals("paid 0.00"));
        String payment = get("/v1/payment-attempts?invoice_id=" + invoice)
                .at("/items/0/payment_id")
                .asString();
        admin.post("/v1/refunds", "{\"payment_id\": \"" + payment + "\", " + usd("250.00") + ", " + REASON + "}")
                .expect(202);
        told(payment, "opened", "inquiry_needs_response");
        await(() -> get("/v1/disputes").at("/items/0/state").asString("").equals("inquiry_needs_response"));

        promotion("100.00");
        assertThat(settlement(invoice)).isEqualTo("part_paid 250.00");
        assertThat(get("/v1/decisions?subject=invoice/" + invoice).toString()).contains("CRE-45");
        told(payment, "closed", "inquiry_closed");

        await(() -> settlement(invoice).equals("part_paid 150.00"));
        assertThat(reconciles()).isTrue();
    }

    @Test
    void what_owes_again_by_a_reversal_takes_credit_that_waits_at_once_E10() {
        String invoice = issued(engagement());
        String wire = "{\"method\": \"wire\", " + usd("1000.00") + "}";
        String typo = admin.post("/v1/invoices/" + invoice + "/payments", wire)
                .expect(201)
                .text("/id");
        admin.post("/v1/invoices/" + invoice + "/payments", wire).expect(201);

        admin.post("/v1/payments/" + typo + "/reversal", "{" + REASON + "}").expect(201);

        assertThat(settlement(invoice)).isEqualTo("paid 0.00");
        assertThat(reconciles()).isTrue();
    }

    @Test
    void credit_taken_off_by_hand_stays_off_E10() {
        String invoice = issued(engagement());
        deposit("1000.00");
        String application =
                get("/v1/journal-entries?kind=credit_applied").at("/items/0/id").asString();

        admin.post("/v1/credit-applications/" + application + "/reversal", "{}").expect(201);
        promotion("1.00");

        assertThat(settlement(invoice)).isEqualTo("part_paid 999.00");
        admin.post("/v1/invoices/" + invoice + "/credit-applications", "{}").expect(201);
        assertThat(settlement(invoice)).isEqualTo("paid 0.00");
    }

    @Test
    void what_was_collected_and_goes_back_owes_again_and_says_so_I8() {
        autopay("card-succeeds");
        String invoice = issued(engagement());
        await(() -> settlement(invoice).equals("paid 0.00"));
        assertThat(next(invoice)).isEqualTo("nothing collected");
        assertThat(get("/v1/invoices/" + invoice).at("/paid_on").asString()).isEqualTo("2026-04-10");
        String payment = get("/v1/payment-attempts?invoice_id=" + invoice)
                .at("/items/0/payment_id")
                .asString();

        admin.post("/v1/refunds", "{\"payment_id\": \"" + payment + "\", " + usd("10.00") + ", " + REASON + "}")
                .expect(202);

        assertThat(next(invoice)).isEqualTo("nothing owes_again");
        assertThat(get("/v1/invoices/" + invoice).has("paid_on")).isFalse();
    }

    @Test
    void without_autopay_the_collection_says_so_and_what_is_unknown_is_not_there() {
        String invoice = issued(engagement());

        assertThat(next(invoice)).isEqualTo("nothing no_autopay");
        assertThat(firm.portal()
                        .get("/v1/invoices/" + invoice + "/collection")
                        .expect(200)
                        .text("/reason_code"))
                .isEqualTo("no_autopay");
        admin.get("/v1/invoices/" + firm.client + "/collection").problem(404, "not-found");
        TestFirm.open().admin().get("/v1/invoices/" + invoice + "/collection").problem(404, "not-found");
    }

    @Test
    void the_timeline_tells_a_dispute_before_the_chargeback_that_it_led_to_I8() {
        autopay("card-disputed-lost");
        String invoice = issued(engagement());
        await(() -> settlement(invoice).equals("paid 0.00"));

        pass(Duration.ofDays(20));
        await(() -> !get("/v1/disputes?state=lost").at("/items").isEmpty());

        List<String> kinds = kinds(invoice);
        assertThat(kinds).startsWith("issued", "attempt_initiated", "attempt_succeeded", "payment_received");
        assertThat(kinds.indexOf("charged_back")).isGreaterThan(kinds.indexOf("dispute_lost"));
        assertThat(kinds.indexOf("dispute_lost")).isGreaterThan(kinds.indexOf("dispute_needs_response"));
        assertThat(next(invoice)).isEqualTo("nothing owes_again");
    }

    @Test
    void a_payment_recorded_late_stands_on_the_day_it_came_in_I8() {
        autopay("card-lacks-funds");
        String invoice = issued(engagement());
        await(() -> next(invoice).equals("attempt "));
        pass(Duration.ofDays(4));
        collect();
        await(() ->
                get("/v1/payment-attempts?invoice_id=" + invoice).at("/items").size() == 2
                        && next(invoice).equals("attempt "));

        admin.post(
                        "/v1/invoices/" + invoice + "/payments",
                        "{" + usd("1000.00") + ", \"method\": \"wire\", \"received_on\": \"2026-04-11\"}")
                .expect(201);

        assertThat(kinds(invoice))
                .containsExactly(
                        "issued",
                        "attempt_initiated",
                        "attempt_failed",
                        "payment_received",
                        "attempt_initiated",
                        "attempt_failed");
        assertThat(get("/v1/invoices/" + invoice).at("/paid_on").asString()).isEqualTo("2026-04-11");
    }

    @Test
    void every_step_of_credit_is_audited_and_told_to_subscribers_L8() {
        admin.post("/v1/webhook-endpoints", "{\"url\": \"https://example.com/hook\"}")
                .expect(201);
        String engagement = engagement();
        String overpaid = issued(engagement);
        pay(overpaid, "1200.00");
        String invoice = issued(engagement);

        master("/v1/invoices/" + invoice + "/void");

        List<String> told = new ArrayList<>();
        get("/v1/outgoing-events?limit=100")
                .at("/items")
                .forEach(event -> told.add(event.at("/type").asString() + " "
                        + event.at("/data/object").asString() + " "
                        + event.at("/data/amount/amount").asString()));
        assertThat(told.reversed())
                .containsSubsequence(
                        "credit.granted credit 200.00",
                        "credit.applied invoice 200.00",
                        "credit.unapplied invoice 200.00");
        assertThat(admin.get("/v1/audit-events?limit=100").expect(200).body())
                .contains("credit_granted", "credit_applied", "credit_unapplied");
    }

    private void master(String path) {
        firm.master().post(path, "{" + REASON + "}").expect(201);
    }

    private String engagement() {
        String draft = admin.post(
                        "/v1/engagements",
                        "{\"client_id\": \"" + firm.client + "\", \"terms\": "
                                + Bodies.mixedTerms(false)
                                        .replaceFirst("\\{", "{\"credit_application\": \"automatic\", ")
                                + "}")
                .expect(201)
                .text("/id");
        admin.post("/v1/engagements/" + draft + "/signature", Bodies.signature())
                .expect(201);
        return draft;
    }

    private String issued(String engagement) {
        return admin.post("/v1/engagements/" + engagement + "/invoices", "{}")
                .expect(201)
                .text("/id");
    }

    private void autopay(String card) {
        admin.post(
                        "/v1/clients/" + firm.client + "/payment-methods",
                        "{\"processor\": \"simulated\", \"reference\": \"" + card + "\"}")
                .expect(201);
        admin.put("/v1/clients/" + firm.client + "/autopay", null, "{\"enabled\": true}")
                .expect(200);
    }

    private void deposit(String amount) {
        admin.post("/v1/clients/" + firm.client + "/payments", "{" + usd(amount) + ", \"method\": \"wire\"}")
                .expect(201);
    }

    private void pay(String invoice, String amount) {
        admin.post("/v1/invoices/" + invoice + "/payments", "{" + usd(amount) + ", \"method\": \"wire\"}")
                .expect(201);
    }

    private void promotion(String amount) {
        admin.post(
                        "/v1/clients/" + firm.client + "/credits",
                        "{\"source\": \"promotional\", " + usd(amount) + ", " + REASON + "}")
                .expect(201);
    }

    private static String usd(String amount) {
        return "\"amount\": {\"amount\": \"" + amount + "\", \"currency\": \"USD\"}";
    }

    private void told(String payment, String kind, String status) {
        admin.post("/v1/payments/" + payment + "/simulated-dispute-events", """
            {"dispute": "d1", "kind": "%s", "status": "%s", "claimed": {"amount": "10.00", "currency": "USD"}}
            """.formatted(kind, status))
                .expect(202);
    }

    /** After the tests' present. */
    private void pass(Duration time) {
        firm.master()
                .post("/v1/test-clock", "{\"to\": \"" + Server.NOW.plus(time) + "\"}")
                .expect(200);
    }

    private String settlement(String invoice) {
        JsonNode settlement = get("/v1/invoices/" + invoice).at("/payment_status");
        return settlement.at("/state").asString() + " "
                + settlement.at("/owed/amount").asString();
    }

    /** What comes next to collect an invoice, and why nothing does. */
    private String next(String invoice) {
        JsonNode collection = get("/v1/invoices/" + invoice + "/collection");
        return collection.at("/next").asString() + " "
                + collection.at("/reason_code").asString("");
    }

    private List<String> kinds(String invoice) {
        List<String> kinds = new ArrayList<>();
        get("/v1/invoices/" + invoice + "/timeline")
                .at("/items")
                .forEach(item -> kinds.add(item.at("/kind").asString()));
        return kinds;
    }

    private boolean reconciles() {
        return get("/v1/reports/reconciliation").at("/clean").asBoolean();
    }

    private JsonNode get(String path) {
        return admin.get(path).expect(200).json();
    }

    private void collect() {
        firm.server.context.getBean(Collector.class).collect(firm.firm);
    }

    /** Collects and reads events as the schedule does, until it is so. */
    private void await(BooleanSupplier condition) {
        collect();
        Waiting.until(condition);
    }
}
