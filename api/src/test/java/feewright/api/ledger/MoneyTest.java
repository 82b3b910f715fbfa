package feewright.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.platform.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What moves money, over HTTP and under the core rules: requirements I5, L1 to L4, A5. */
class MoneyTest {

    private static final String REASON = "\"reason\": \"Agreed on the phone\"";

    private final TestFirm firm = TestFirm.open();
    private final Caller admin = firm.admin();
    private final Caller master = firm.master();
    private final String engagement = Bodies.signed(firm, false);

    @Test
    void an_invoice_is_paid_in_parts_and_what_is_too_much_becomes_credit_A5() {
        String invoice = issued();
        assertSettled(invoice, "open", "1000.00");

        pay(invoice, "400.00").expect(201);
        assertSettled(invoice, "part_paid", "600.00");
        Reply last = pay(invoice, "650.00").expect(201);

        assertSettled(invoice, "paid", "0.00");
        assertThat(last.text("/transfers/0/debit")).isEqualTo("cash");
        assertThat(last.text("/transfers/1/credit")).isEqualTo("client_credit");
        JsonNode credit = credits().get(0);
        assertThat(credit.at("/source").asString()).isEqualTo("overpayment");
        assertThat(credit.at("/remaining/amount").asString()).isEqualTo("50.00");
        assertThat(ids("/v1/invoices?state=paid")).containsExactly(invoice);
        assertThat(ids("/v1/invoices?state=open")).isEmpty();
    }

    @Test
    void a_void_releases_the_period_and_the_rebilled_invoice_is_a_new_one_I5() {
        String first = issued();
        String before = admin.get("/v1/invoices/" + first).expect(200).text("/fingerprint");
        String second = issued();

        Reply voided = master.post("/v1/invoices/" + first + "/void", "{" + REASON + "}")
                .expect(201);

        assertThat(voided.text("/kind")).isEqualTo("invoice_voided");
        assertSettled(first, "void", "0.00");
        Reply again = admin.post(invoices(), "{}").expect(201);
        assertThat(again.text("/lines/0/packaged/period_start")).isEqualTo("2026-02-01");
        assertThat(again.text("/number")).isEqualTo("INV-000003");
        assertThat(admin.post(invoices(), "{}").expect(201).text("/lines/0/packaged/period_start"))
                .isEqualTo("2026-04-01");
        assertThat(admin.get("/v1/invoices/" + first).expect(200).text("/fingerprint"))
                .isEqualTo(before);
        assertSettled(second, "open", "1000.00");
        admin.post("/v1/invoices/" + first + "/void", "{" + REASON + "}").problem(422, "refused-by-rules");
    }

    @Test
    void what_is_paid_is_not_voided_until_the_money_is_given_back_I5() {
        String invoice = issued();
        String payment = pay(invoice, "100.00").expect(201).text("/id");

        admin.post("/v1/invoices/" + invoice + "/void", "{" + REASON + "}").problem(422, "refused-by-rules");
        refund(payment, "100.01").problem(422, "refused-by-rules");
        refund(payment, "100.00").expect(201);

        admin.post("/v1/invoices/" + invoice + "/void", "{" + REASON + "}").expect(201);
        assertSettled(invoice, "void", "0.00");
    }

    @Test
    void goodwill_needs_four_eyes_and_is_applied_and_given_back_to_its_grant_L2_L3() {
        String invoice = issued();
        String credit = ask("goodwill", "250.00").expect(201).text("/id");

        admin.post("/v1/credits/" + credit + "/approval", "").problem(422, "refused-by-rules");
        apply(invoice, "{}").problem(422, "nothing-to-apply");
        master.post("/v1/credits/" + credit + "/approval", "").expect(200);
        master.post("/v1/credits/" + credit + "/rejection", "").problem(409, "credit-not-waiting");
        apply(invoice, "{\"amount\": {\"amount\": \"250.01\", \"currency\": \"USD\"}}")
                .problem(422, "refused-by-rules");
        String application = apply(invoice, "{}").expect(201).text("/id");
        assertSettled(invoice, "part_paid", "750.00");

        admin.post("/v1/credit-applications/" + application + "/reversal", "").expect(201);

        assertSettled(invoice, "open", "1000.00");
        assertThat(credit(credit).at("/remaining/amount").asString()).isEqualTo("250.00");
        admin.post("/v1/credit-applications/" + application + "/reversal", "").problem(422, "refused-by-rules");
        admin.post("/v1/credits/" + credit + "/reversal", "{" + REASON + "}").expect(200);
        assertThat(credit(credit).at("/remaining/amount").asString()).isEqualTo("0.00");
    }

    @Test
    void a_void_gives_credit_back_to_the_very_grants_I5_L3() {
        String invoice = issued();
        String promotional = ask("promotional", "30.00").expect(201).text("/id");
        deposit("2000.00").expect(201);
        apply(invoice, "{}").expect(201);
        assertSettled(invoice, "paid", "0.00");

        admin.post("/v1/invoices/" + invoice + "/void", "{" + REASON + "}").expect(201);

        assertThat(credit(promotional).at("/remaining/amount").asString()).isEqualTo("30.00");
        assertThat(credits()
                        .valueStream()
                        .map(one -> one.at("/remaining/amount").asString())
                        .toList())
                .containsExactlyInAnyOrder("30.00", "2000.00");
    }

    @Test
    void a_credit_note_takes_time_off_and_releases_it_once() {
        issued();
        String entry = Bodies.submitted(firm, engagement, 90);
        admin.post("/v1/time-entries/" + entry + "/approval", "{\"version\": 1}")
                .expect(200);
        String invoice = issued();
        assertThat(admin.get("/v1/invoices/" + invoice).expect(200).text("/totals/total/amount"))
                .isEqualTo("1180.00");
        pay(invoice, "1180.00").expect(201);
        String note = """
            {"lines": [{"number": 2, "time_entries": ["%s"], "release": true}, {"number": 1, "amount": {"amount": "20.00", "currency": "USD"}}],
             "excess": "refund", %s}
            """.formatted(entry, REASON);

        Reply issued =
                admin.post("/v1/invoices/" + invoice + "/credit-notes", note).expect(201);

        assertThat(issued.text("/journal_entry/number")).isEqualTo("CN-000001");
        assertThat(issued.text("/journal_entry/amount/amount")).isEqualTo("200.00");
        assertSettled(invoice, "paid", "0.00");
        JsonNode settlement = settlement(invoice);
        assertThat(settlement.at("/credited/amount").asString()).isEqualTo("200.00");
        assertThat(settlement.at("/received/amount").asString()).isEqualTo("980.00");
        admin.post("/v1/invoices/" + invoice + "/credit-notes", note).problem(422, "refused-by-rules");
        admin.post("/v1/invoices/" + invoice + "/void", "{" + REASON + "}").problem(422, "refused-by-rules");
        Reply next = admin.post(invoices(), "{}").expect(201);
        assertThat(next.body()).contains(entry);
        assertThat(admin.get("/v1/credit-notes/" + issued.text("/journal_entry/id"))
                        .expect(200)
                        .json())
                .isEqualTo(issued.json());
    }

    @Test
    void what_is_written_off_comes_in_after_all() {
        String invoice = issued();
        admin.post("/v1/invoices/" + invoice + "/write-offs", "{" + REASON + "}")
                .expect(201);
        assertSettled(invoice, "written_off", "0.00");

        pay(invoice, "600.00").expect(201);

        assertSettled(invoice, "written_off", "0.00");
        assertThat(settlement(invoice).at("/written_off/amount").asString()).isEqualTo("400.00");
        assertThat(credits()).isEmpty();
    }

    @Test
    void money_of_another_kind_is_refused_W3() {
        String invoice = issued();
        String euros = "{\"amount\": {\"amount\": \"5.00\", \"currency\": \"EUR\"}, \"method\": \"wire\"}";

        Reply differs =
                admin.post("/v1/invoices/" + invoice + "/payments", euros).problem(422, "invalid-fields");
        assertThat(differs.text("/errors/0/code")).isEqualTo("currency-differs");
        for (String bad : List.of("1.001", "1e3", "99999999999999999")) {
            assertFault(pay(invoice, bad), "amount-unreadable");
        }
        assertFault(pay(invoice, "0.00"), "amount-zero");
        assertFault(pay(invoice, "-1.00"), "amount-not-above-zero");
        admin.post("/v1/invoices/" + UUID.randomUUID() + "/payments", euros).problem(404, "not-found");
        ask("deposit", "5.00").problem(422, "refused-by-rules");
        admin.post("/v1/invoices/" + invoice + "/credit-notes", "{\"lines\": [], " + REASON + "}")
                .problem(422, "invalid-fields");
        assertSettled(invoice, "open", "1000.00");
    }

    @Test
    void money_is_not_dated_before_its_invoice_and_comes_earlier_as_a_deposit_A5() {
        String invoice = issued();
        String early = payment("400.00").replace("\"method\"", "\"received_on\": \"2020-01-31\", \"method\"");

        Reply refused =
                admin.post("/v1/invoices/" + invoice + "/payments", early).problem(422, "refused-by-rules");
        admin.post("/v1/clients/" + firm.client + "/payments", early).expect(201);

        assertThat(refused.text("/violations/0/code")).isEqualTo("PAY-12");
        assertSettled(invoice, "open", "1000.00");
        assertThat(credits()).hasSize(1);
    }

    @Test
    void credit_that_has_expired_is_not_given_L2() {
        String past = "{\"source\": \"promotional\", \"amount\": {\"amount\": \"5.00\", \"currency\": \"USD\"}, "
                + "\"expires_on\": \"2020-01-31\", " + REASON + "}";

        Reply refused =
                admin.post("/v1/clients/" + firm.client + "/credits", past).problem(422, "refused-by-rules");

        assertThat(refused.text("/violations/0/code")).isEqualTo("CRE-44");
        assertThat(credits()).isEmpty();
    }

    @Test
    void a_client_sees_its_own_money_and_a_platform_operator_no_reasons_T2() {
        String invoice = issued();
        ask("promotional", "30.00").expect(201);
        pay(invoice, "10.00").expect(201);
        Caller neighbour = new Caller(
                firm.server,
                firm.signed(firm.claims(Role.CLIENT)
                        .claim("client", UUID.randomUUID().toString())
                        .build()),
                null);

        assertThat(firm.portal()
                        .get("/v1/clients/" + firm.client + "/credits")
                        .expect(200)
                        .body())
                .contains("30.00");
        assertThat(firm.portal().get("/v1/journal-entries").expect(200).body()).contains("payment_received");
        neighbour.get("/v1/clients/" + firm.client + "/credits").problem(404, "not-found");
        assertThat(neighbour.get("/v1/journal-entries").expect(200).json().at("/items"))
                .isEmpty();
        Reply operator =
                firm.as(Role.PLATFORM_OPERATOR).get("/v1/journal-entries").expect(200);
        assertThat(operator.body()).contains("credit_granted").doesNotContain("phone");
        assertThat(firm.as(Role.PLATFORM_OPERATOR)
                        .get("/v1/clients/" + firm.client + "/credits")
                        .expect(200)
                        .body())
                .doesNotContain("phone");
    }

    private String issued() {
        return admin.post(invoices(), "{}").expect(201).text("/id");
    }

    private String invoices() {
        return "/v1/engagements/" + engagement + "/invoices";
    }

    private Reply pay(String invoice, String amount) {
        return admin.post("/v1/invoices/" + invoice + "/payments", payment(amount));
    }

    private Reply deposit(String amount) {
        return admin.post("/v1/clients/" + firm.client + "/payments", payment(amount));
    }

    private static String payment(String amount) {
        return "{\"amount\": {\"amount\": \"%s\", \"currency\": \"USD\"}, \"method\": \"wire\", \"reference\": \"R 1\"}"
                .formatted(amount);
    }

    private Reply refund(String payment, String amount) {
        return admin.post(
                "/v1/payments/" + payment + "/refunds",
                "{\"amount\": {\"amount\": \"%s\", \"currency\": \"USD\"}, %s}".formatted(amount, REASON));
    }

    private Reply ask(String source, String amount) {
        return admin.post(
                "/v1/clients/" + firm.client + "/credits",
                "{\"source\": \"%s\", \"amount\": {\"amount\": \"%s\", \"currency\": \"USD\"}, %s}"
                        .formatted(source, amount, REASON));
    }

    private Reply apply(String invoice, String body) {
        return admin.post("/v1/invoices/" + invoice + "/credit-applications", body);
    }

    private JsonNode credits() {
        return admin.get("/v1/clients/" + firm.client + "/credits")
                .expect(200)
                .json()
                .at("/items");
    }

    private JsonNode credit(String id) {
        return admin.get("/v1/credits/" + id).expect(200).json();
    }

    private JsonNode settlement(String invoice) {
        return admin.get("/v1/invoices/" + invoice).expect(200).json().at("/payment_status");
    }

    private static void assertFault(Reply reply, String code) {
        assertThat(reply.problem(422, "invalid-fields").text("/errors/0/code")).isEqualTo(code);
    }

    private void assertSettled(String invoice, String state, String owed) {
        JsonNode settlement = settlement(invoice);
        assertThat(settlement.at("/state").asString()).isEqualTo(state);
        assertThat(settlement.at("/owed/amount").asString()).isEqualTo(owed);
    }

    private List<String> ids(String path) {
        return admin.get(path)
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }
}
