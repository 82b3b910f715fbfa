package feewright.api.dispute;

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

/** Disputes over HTTP, under the core rules, as the simulated processor tells of them (requirements D1, D2 and A6). */
class DisputesTest {

    private final TestFirm firm = TestFirm.withClock();
    private final Caller admin = firm.admin();
    private final String engagement = Bodies.signed(firm, false);

    @Test
    void a_card_disputes_a_part_and_the_invoice_owes_that_again_once_it_is_lost_D2() {
        String invoice = paidBy("card-disputed-partly");

        pass(2);
        await(() -> !get("/v1/disputes?open=true").at("/items").isEmpty());
        JsonNode disputed = get("/v1/invoices/" + invoice).at("/payment_status");
        assertThat(disputed.at("/state").asString()).isEqualTo("paid");
        assertThat(disputed.at("/disputed/open").asBoolean()).isTrue();
        assertThat(disputed.at("/disputed/claimed/amount").asString()).isEqualTo("400.00");
        pass(15);
        await(() -> !get("/v1/disputes?state=lost").at("/items").isEmpty());

        JsonNode settlement = get("/v1/invoices/" + invoice).at("/payment_status");
        assertThat(settlement.at("/owed/amount").asString()).isEqualTo("400.00");
        assertThat(settlement.at("/disputed/charged_back/amount").asString()).isEqualTo("400.00");
        String dispute =
                get("/v1/disputes?invoice_id=" + invoice).at("/items/0/id").asString();
        JsonNode told = get("/v1/disputes/" + dispute);
        assertThat(told.at("/events")).hasSize(4);
        assertThat(told.at("/entries")).hasSize(3);
        assertThat(kinds(invoice)).contains("dispute_withdrawn", "dispute_fee", "charged_back");
        JsonNode overlay = get("/v1/clients/" + firm.client + "/statement?from=2026-01-01&until=2027-01-01")
                .at("/disputed");
        assertThat(overlay).hasSize(1);
        assertThat(overlay.at("/0/charged_back/amount").asString()).isEqualTo("400.00");
        assertThat(get("/v1/invoices")
                        .at("/items/0/payment_status/disputed/lost")
                        .asBoolean())
                .isTrue();
        assertThat(reconciles()).isTrue();
    }

    @Test
    void anything_can_be_told_of_a_simulated_payment_and_what_no_rule_permits_counts_for_nothing_D1() {
        String invoice = paidBy("card-succeeds");
        String payment = payment(invoice);
        told(payment, "opened", "inquiry_needs_response");
        await(() -> get("/v1/disputes").at("/items/0/state").asString("").equals("inquiry_needs_response"));

        told(payment, "closed", "under_review");
        String dispute = get("/v1/disputes").at("/items/0/id").asString();
        await(() -> get("/v1/disputes/" + dispute).at("/events").size() == 2);

        JsonNode refused = get("/v1/disputes/" + dispute).at("/events/1");
        assertThat(refused.at("/applied").asBoolean()).isFalse();
        assertThat(refused.at("/refused_by/0").asString()).isEqualTo("DIS-09");
        assertThat(get("/v1/disputes/" + dispute).at("/dispute/state").asString())
                .isEqualTo("inquiry_needs_response");
        assertThat(admin.get("/v1/audit-events").expect(200).body()).contains("dispute_opened");
        TestFirm.open().admin().get("/v1/disputes/" + dispute).problem(404, "not-found");
        firm.staff().get("/v1/disputes").problem(403, "forbidden");
    }

    @Test
    void a_warning_is_listed_and_moves_nothing_D1() {
        String invoice = paidBy("card-fraud-warning");

        pass(2);
        await(() -> !get("/v1/fraud-warnings").at("/items").isEmpty());

        assertThat(get("/v1/fraud-warnings").at("/items/0/refund_proposed").asBoolean())
                .isTrue();
        assertThat(get("/v1/invoices/" + invoice).at("/payment_status/state").asString())
                .isEqualTo("paid");
    }

    @Test
    void bad_events_and_filters_get_a_clear_answer_W3() {
        String payment = payment(paidBy("card-succeeds"));
        String path = "/v1/payments/" + payment + "/simulated-dispute-events";

        assertThat(admin.post(path, "{}").problem(422, "invalid-fields").body())
                .contains("dispute-missing")
                .doesNotContain("dispute-unreadable");
        admin.post(path, event("opened", "reopened")).problem(422, "invalid-fields");
        admin.post(path, event("began", "won")).problem(422, "invalid-fields");
        admin.post("/v1/payments/" + firm.client + "/simulated-dispute-events", event("opened", "won"))
                .problem(404, "not-found");
        admin.get("/v1/disputes?state=strange").problem(400, "parameter-invalid");
        admin.get("/v1/disputes/" + firm.client).problem(404, "not-found");
    }

    private void told(String payment, String kind, String status) {
        admin.post("/v1/payments/" + payment + "/simulated-dispute-events", event(kind, status))
                .expect(202);
    }

    private static String event(String kind, String status) {
        return """
            {"dispute": "d1", "kind": "%s", "status": "%s", "claimed": {"amount": "10.00", "currency": "USD"}}
            """.formatted(kind, status);
    }

    /** An invoice of the engagement, paid by a card of this name. */
    private String paidBy(String card) {
        String methods = "/v1/clients/" + firm.client + "/payment-methods";
        admin.post(methods, "{\"processor\": \"simulated\", \"reference\": \"" + card + "\"}")
                .expect(201);
        admin.put("/v1/clients/" + firm.client + "/autopay", null, "{\"enabled\": true}")
                .expect(200);
        String invoice = admin.post("/v1/engagements/" + engagement + "/invoices", "{}")
                .expect(201)
                .text("/id");
        await(() -> get("/v1/payment-attempts?invoice_id=" + invoice)
                .at("/items/0/state")
                .asString("")
                .equals("succeeded"));
        return invoice;
    }

    private String payment(String invoice) {
        return get("/v1/payment-attempts?invoice_id=" + invoice)
                .at("/items/0/payment_id")
                .asString();
    }

    /** So many days after the tests' present. */
    private void pass(int days) {
        firm.master()
                .post("/v1/test-clock", "{\"to\": \"" + Server.NOW.plus(Duration.ofDays(days)) + "\"}")
                .expect(200);
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

    /** Collects and reads events as the schedule does, until it is so. */
    private void await(BooleanSupplier condition) {
        firm.server.context.getBean(Collector.class).collect(firm.firm);
        Waiting.until(condition);
    }
}
