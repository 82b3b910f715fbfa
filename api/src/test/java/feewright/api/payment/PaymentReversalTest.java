package feewright.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Payments that were typed wrongly, typed twice, or are for several invoices: requirement T6, over HTTP and under the core rules. */
class PaymentReversalTest {

    private static final String WHY = "\"reason\": \"Secretly typed for another client\"";

    private final TestFirm firm = TestFirm.open();
    private final Caller admin = firm.admin();
    private final String engagement = Bodies.signed(firm, false);

    @AfterEach
    void the_books_reconcile_L1() {
        assertThat(get("/v1/reports/reconciliation").at("/clean").asBoolean()).isTrue();
    }

    @Test
    void a_payment_is_reversed_once_and_the_invoice_owes_again_T6() {
        String invoice = issued();
        String payment = pay(invoice, "1200.00", "TRF 1").expect(201).text("/id");

        Reply reversed = reverse(payment, "{" + WHY + "}").expect(201);

        assertThat(reversed.text("/reversal/kind")).isEqualTo("payment_reversed");
        assertThat(reversed.text("/reversal/payment_id")).isEqualTo(payment);
        assertThat(reversed.text("/reversal/method")).isEqualTo("wire");
        assertThat(reversed.json().has("replacement")).isFalse();
        assertThat(owed(invoice)).isEqualTo("1000.00");
        assertThat(kinds(invoice)).endsWith("payment_received", "payment_reversed");
        assertThat(reverse(payment, "{" + WHY + "}")
                        .problem(422, "refused-by-rules")
                        .text("/violations/0/code"))
                .isEqualTo("PAY-40");
        assertThat(refund(payment).problem(422, "refused-by-rules").text("/violations/0/code"))
                .isEqualTo("PAY-07");
        assertThat(admin.get("/v1/audit-events").expect(200).body()).contains("payment_reversed");
    }

    @Test
    void only_a_firm_admin_reverses_and_only_payments_of_the_firm_T2_T1() {
        String invoice = issued();
        String payment = pay(invoice, "100.00", "TRF 1").expect(201).text("/id");

        firm.staff()
                .post("/v1/payments/" + payment + "/reversal", "{" + WHY + "}")
                .problem(403, "forbidden");
        firm.portal()
                .post("/v1/payments/" + payment + "/reversal", "{" + WHY + "}")
                .problem(403, "forbidden");
        TestFirm.open()
                .admin()
                .post("/v1/payments/" + payment + "/reversal", "{" + WHY + "}")
                .problem(404, "not-found");
        reverse(payment, "{}").problem(422, "invalid-fields");
        reverse(payment, "{" + WHY + ", \"replacement\": {\"method\": \"processor\"}}")
                .problem(422, "invalid-fields");
    }

    @Test
    void what_was_given_back_is_not_reversed_T6() {
        String invoice = issued();
        String payment = pay(invoice, "100.00", "TRF 1").expect(201).text("/id");
        refund(payment).expect(201);

        Reply refused = reverse(payment, "{" + WHY + "}").problem(422, "refused-by-rules");

        assertThat(refused.text("/violations/0/code")).isEqualTo("PAY-41");
    }

    @Test
    void what_a_credit_note_gave_back_is_not_reversed_T6() {
        String invoice = issued();
        String payment = pay(invoice, "1000.00", "TRF 1").expect(201).text("/id");
        admin.post(
                        "/v1/invoices/" + invoice + "/credit-notes",
                        "{\"lines\": [{\"number\": 1, \"amount\": {\"amount\": \"200.00\", \"currency\": \"USD\"}}],"
                                + " \"excess\": \"refund_by_hand\", " + WHY + "}")
                .expect(201);

        Reply refused = reverse(payment, "{" + WHY + "}").problem(422, "refused-by-rules");

        assertThat(refused.text("/violations/0/code")).isEqualTo("PAY-41");
        pay(invoice, "1000.00", "TRF 2").expect(201);
        reverse(payment, "{" + WHY + "}").expect(201);
        assertThat(owed(invoice)).isEqualTo("800.00");
    }

    @Test
    void the_real_payment_takes_the_place_of_a_typo_that_had_regained_a_write_off_T6() {
        String invoice = issued();
        admin.post("/v1/invoices/" + invoice + "/write-offs", "{" + WHY + "}").expect(201);
        String typo = pay(invoice, "1000.00", "TRF 1").expect(201).text("/id");
        Reply real = pay(invoice, "1000.00", "TRF 2").expect(201);

        reverse(typo, "{" + WHY + "}").expect(201);

        assertThat(get("/v1/invoices/" + invoice).at("/payment_status/state").asString())
                .isEqualTo("paid");
        assertThat(get("/v1/invoices/" + invoice)
                        .at("/payment_status/written_off/amount")
                        .asString())
                .isEqualTo("0.00");
        assertThat(kinds(invoice)).endsWith("payment_reversed", "credit_applied");
        admin.post("/v1/credits/" + real.text("/transfers/0/credit_id") + "/refunds", "{" + WHY + "}")
                .problem(422, "refused-by-rules");
    }

    @Test
    void a_payment_moves_to_another_invoice_in_one_act_T6() {
        String wrong = issued();
        String right = issued();
        String payment = pay(wrong, "400.00", "TRF 1").expect(201).text("/id");

        Reply moved = reverse(payment, "{" + WHY + ", \"replacement\": {\"invoice_id\": \"" + right + "\"}}")
                .expect(201);

        assertThat(owed(wrong)).isEqualTo("1000.00");
        assertThat(owed(right)).isEqualTo("600.00");
        assertThat(moved.text("/replacement/kind")).isEqualTo("payment_received");
        assertThat(moved.text("/replacement/reference")).isEqualTo("TRF 1");
        assertThat(moved.text("/replacement/invoice_id")).isEqualTo(right);
        pay(right, "400.00", "TRF 1").problem(409, "possible-duplicate");
        assertThat(reverse(payment, "{" + WHY + ", \"replacement\": {\"invoice_id\": \"" + right + "\"}}")
                        .problem(422, "refused-by-rules")
                        .text("/violations/0/code"))
                .isEqualTo("PAY-40");
    }

    @ParameterizedTest
    @CsvSource({"TRF 1, 409", "trf  1, 409", "TRF 2, 201", ", 201"})
    void the_same_wire_twice_is_noticed_whatever_it_is_for_T6(String reference, int status) {
        String first = issued();
        String second = issued();
        String payment = pay(first, "300.00", "TRF 1").expect(201).text("/id");

        Reply again = pay(second, "300.00", reference);

        assertThat(again.status()).isEqualTo(status);
        if (status == 409) {
            assertThat(again.problem(409, "possible-duplicate").body())
                    .contains(payment)
                    .doesNotContain("TRF");
            deposit("300.00", ", \"reference\": \"TRF 1\"").problem(409, "possible-duplicate");
            deposit("300.00", ", \"reference\": \"TRF 1\", \"allow_duplicate\": true")
                    .expect(201);
        }
    }

    @Test
    void one_wire_pays_several_invoices_and_the_rest_is_credit_T6() {
        String first = issued();
        String second = issued();

        Reply paid = deposit(
                        "2000.00", ", \"reference\": \"One wire\", " + allocations(first, "1000.00", second, "700.00"))
                .expect(201);

        assertThat(owed(first)).isEqualTo("0.00");
        assertThat(owed(second)).isEqualTo("300.00");
        String credit = paid.text("/transfers/0/credit_id");
        assertThat(get("/v1/credits/" + credit).at("/remaining/amount").asString())
                .isEqualTo("300.00");
        reverse(paid.text("/id"), "{" + WHY + "}").expect(201);
        assertThat(owed(first)).isEqualTo("1000.00");
        assertThat(owed(second)).isEqualTo("1000.00");
        assertThat(kinds(second)).endsWith("credit_applied", "credit_withdrawn");
    }

    @Test
    void a_correction_of_one_wire_over_several_invoices_keeps_its_parts_or_says_them_T6() {
        String first = issued();
        String second = issued();
        String typo = deposit(
                        "1500.00", ", \"reference\": \"TRF 1\", " + allocations(first, "1000.00", second, "500.00"))
                .expect(201)
                .text("/id");

        String named =
                reverse(typo, instead("\"reference\": \"TRF 11\"")).expect(201).text("/replacement/id");

        assertThat(owed(first)).isEqualTo("0.00");
        assertThat(owed(second)).isEqualTo("500.00");
        String more = "\"amount\": {\"amount\": \"1600.00\", \"currency\": \"USD\"}";
        reverse(named, instead(more)).problem(422, "allocations-missing");
        assertThat(owed(second)).isEqualTo("500.00");
        assertThat(reverse(named, instead(more + ", " + allocations(first, "1000.00", second, "600.01")))
                        .problem(422, "invalid-fields")
                        .body())
                .contains("allocations-exceed-amount", "/replacement/allocations");
        assertThat(reverse(named, instead("\"invoice_id\": \"" + first + "\", \"allocations\": []"))
                        .problem(422, "invalid-fields")
                        .body())
                .contains("invoice-and-allocations");
        reverse(named, instead(more + ", " + allocations(first, "1000.00", second, "600.00")))
                .expect(201);
        assertThat(owed(second)).isEqualTo("400.00");
    }

    private static String instead(String what) {
        return "{" + WHY + ", \"replacement\": {" + what + "}}";
    }

    @Test
    void a_wire_whose_parts_do_not_fit_is_refused_whole_W3() {
        String first = issued();
        String second = issued();

        assertFault(allocations(first, "1000.00", second, "700.00"), "1699.99", "allocations-exceed-amount");
        assertFault(allocations(first, "10.00", first, "10.00"), "100.00", "invoice-named-twice");
        assertFault("\"allocations\": []", "100.00", "allocations-none-or-too-many");
        deposit("3000.00", ", " + allocations(first, "1000.00", second, "1000.01"))
                .problem(422, "refused-by-rules");
        deposit("3000.00", ", " + allocations(first, "1000.00", firm.client.toString(), "1000.00"))
                .problem(404, "not-found");

        assertThat(owed(first)).isEqualTo("1000.00");
        assertThat(admin.get("/v1/clients/" + firm.client + "/credits")
                        .expect(200)
                        .json()
                        .at("/items"))
                .isEmpty();
    }

    private void assertFault(String allocations, String amount, String code) {
        assertThat(deposit(amount, ", " + allocations)
                        .problem(422, "invalid-fields")
                        .text("/errors/0/code"))
                .isEqualTo(code);
    }

    private static String allocations(String first, String amount, String second, String other) {
        return """
            "allocations": [
                {"invoice_id": "%s", "amount": {"amount": "%s", "currency": "USD"}},
                {"invoice_id": "%s", "amount": {"amount": "%s", "currency": "USD"}}]
            """.formatted(first, amount, second, other);
    }

    private String issued() {
        return admin.post("/v1/engagements/" + engagement + "/invoices", "{}")
                .expect(201)
                .text("/id");
    }

    private Reply pay(String invoice, String amount, String reference) {
        String named = reference == null ? "" : ", \"reference\": \"" + reference + "\"";
        return admin.post("/v1/invoices/" + invoice + "/payments", payment(amount, named));
    }

    private Reply deposit(String amount, String more) {
        return admin.post("/v1/clients/" + firm.client + "/payments", payment(amount, more));
    }

    private static String payment(String amount, String more) {
        return "{\"amount\": {\"amount\": \"%s\", \"currency\": \"USD\"}, \"method\": \"wire\"%s}"
                .formatted(amount, more);
    }

    private Reply reverse(String payment, String body) {
        return admin.post("/v1/payments/" + payment + "/reversal", body);
    }

    private Reply refund(String payment) {
        return admin.post("/v1/payments/" + payment + "/refunds", "{" + WHY + "}");
    }

    private String owed(String invoice) {
        return get("/v1/invoices/" + invoice).at("/payment_status/owed/amount").asString();
    }

    private List<String> kinds(String invoice) {
        return get("/v1/invoices/" + invoice + "/timeline")
                .at("/items")
                .valueStream()
                .map(item -> item.at("/kind").asString())
                .toList();
    }

    private JsonNode get(String path) {
        return admin.get(path).expect(200).json();
    }
}
