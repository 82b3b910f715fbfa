package feewright.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.attempt.Collector;
import feewright.api.fixture.Archives;
import feewright.api.fixture.Bodies;
import feewright.api.fixture.Output;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.api.fixture.Waiting;
import feewright.platform.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The evidence pack of a dispute, and what of a dispute is not for clients (requirements D4, T2 and T3). */
class EvidencePackTest {

    private static final String WORD = "=Grundsteuer";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestFirm firm = TestFirm.open();
    private final Caller admin = firm.admin();

    @Test
    void a_pack_holds_all_that_answers_a_dispute_of_a_mixed_invoice_D4() throws NoSuchAlgorithmException {
        String invoice = paidMixedInvoice();
        String dispute = disputed(invoice);

        byte[] archive = taken(dispute);

        Map<String, String> files = Archives.unzipped(archive);
        assertThat(files.keySet())
                .containsExactly(
                        "manifest.json",
                        "approvals.csv",
                        "dispute.json",
                        "invoice.json",
                        "payment.json",
                        "signature.json",
                        "terms.json",
                        "time.csv",
                        "timeline.json");
        JsonNode manifest = json(files, "manifest.json");
        assertThat(manifest.at("/dispute_id").asString()).isEqualTo(dispute);
        assertThat(manifest.at("/invoice_id").asString()).isEqualTo(invoice);
        assertThat(manifest.at("/amounts/invoiced/amount").asString()).isEqualTo("1120.00");
        assertThat(manifest.at("/amounts/paid/amount").asString()).isEqualTo("1120.00");
        assertThat(manifest.at("/amounts/claimed/amount").asString()).isEqualTo("10.00");
        assertThat(manifest.at("/absent")).isEmpty();
        assertThat(manifest.at("/files")).hasSize(8);
        for (JsonNode file : manifest.at("/files")) {
            byte[] bytes = files.get(file.at("/name").asString()).getBytes(StandardCharsets.UTF_8);
            assertThat(file.at("/sha256").asString())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
        assertThat(json(files, "terms.json").at("/terms/pricing_mode").asString())
                .isEqualTo("mixed");
        JsonNode signature = json(files, "signature.json");
        assertThat(signature.at("/signatory").asString()).isEqualTo("Ann Lee");
        assertThat(signature.at("/document_sha256").asString()).isEqualTo("ab".repeat(32));
        assertThat(signature.at("/method").asString()).isEqualTo("e_signature");
        assertThat(json(files, "invoice.json").at("/invoice/totals"))
                .isEqualTo(
                        admin.get("/v1/invoices/" + invoice).expect(200).json().at("/totals"));
        assertThat(json(files, "invoice.json").at("/lines"))
                .isEqualTo(admin.get("/v1/invoices/" + invoice + "/explanation")
                        .expect(200)
                        .json()
                        .at("/lines"));
        assertThat(files.get("time.csv").lines()).hasSize(2);
        assertThat(files.get("time.csv")).contains("Person staff,50,60,'" + WORD);
        assertThat(files.get("approvals.csv").lines()).hasSize(2);
        assertThat(files.get("approvals.csv")).contains(",firm,", "Person firm-admin,2026-04-10T16:00:00Z");
        JsonNode payment = json(files, "payment.json");
        assertThat(payment.at("/attempt/state").asString()).isEqualTo("succeeded");
        assertThat(payment.at("/attempt/events")).isNotEmpty();
        assertThat(payment.at("/method/brand").asString()).isEqualTo("visa");
        assertThat(payment.at("/method/last_four").asString()).isEqualTo("4242");
        assertThat(payment.at("/payment/kind").asString()).isEqualTo("payment_received");
        JsonNode told = admin.get("/v1/disputes/" + dispute).expect(200).json();
        assertThat(json(files, "dispute.json")).isEqualTo(told);
        assertThat(files.get("timeline.json")).contains("issued", "attempt_succeeded", "dispute_withdrawn");
    }

    @Test
    void a_pack_taken_twice_is_the_same_and_who_took_it_is_audited_without_a_word_of_it_T3() {
        String dispute = disputed(paidMixedInvoice());
        byte[] first = taken(dispute);
        String logged;

        byte[] second;
        try (Output output = new Output()) {
            second = taken(dispute);
            logged = output.text();
        }

        assertThat(second).isEqualTo(first);
        JsonNode taken = admin.get("/v1/audit-events").expect(200).json().at("/items/0");
        assertThat(taken.at("/action").asString()).isEqualTo("evidence_pack_exported");
        assertThat(taken.at("/actor_id").asString())
                .isEqualTo(firm.person(Role.FIRM_ADMIN).toString());
        assertThat(taken.at("/target_id").asString()).isEqualTo(dispute);
        assertThat(taken.toString()).doesNotContain("Grundsteuer", "Ann Lee");
        assertThat(logged).contains("insert into audit_event").doesNotContain("Grundsteuer", "Ann Lee");
    }

    @Test
    void a_pack_is_for_the_admins_of_its_firm_only_T2() {
        String path = "/v1/disputes/" + disputed(paidMixedInvoice()) + "/evidence-pack";

        firm.master().get(path).expect(200);
        for (Role role : new Role[] {Role.PLATFORM_OPERATOR, Role.STAFF, Role.CLIENT}) {
            firm.as(role).get(path).problem(403, "forbidden");
        }
        TestFirm.open().admin().get(path).problem(404, "not-found");
        assertThat(admin.get("/v1/audit-events").expect(200).body().split("evidence_pack_exported", -1))
                .hasSize(2);
    }

    @Test
    void what_an_invoice_without_engagement_does_not_have_is_named_D4() {
        autopay();
        String invoice = firm.master()
                .post("/v1/invoices", """
                    {"client_id": "%s", "currency": "USD", "override": {"reason": "They threaten to leave", "client_note": "As you asked"},
                     "charges": [{"description": "Travel", "amount": {"amount": "80.00", "currency": "USD"}}]}
                    """.formatted(firm.client))
                .expect(201)
                .text("/id");
        String dispute = disputed(invoice);

        Map<String, String> files = Archives.unzipped(taken(dispute));

        assertThat(files.keySet())
                .containsExactly("manifest.json", "dispute.json", "invoice.json", "payment.json", "timeline.json");
        assertThat(json(files, "manifest.json").at("/absent").findValuesAsString("name"))
                .containsExactly("terms.json", "signature.json", "time.csv", "approvals.csv");
        assertThat(files.get("invoice.json")).contains("As you asked");
        assertThat(files.values()).allSatisfy(file -> assertThat(file).doesNotContain("threaten"));
    }

    @Test
    void what_a_dispute_takes_from_the_firm_is_not_for_the_client_to_see_T2() {
        String invoice = paidMixedInvoice();
        disputed(invoice);
        String fees = "/v1/journal-entries?kind=dispute_fee";
        JsonNode fee = admin.get(fees).expect(200).json().at("/items/0");
        assertThat(fee.at("/amount/amount").asString()).isEqualTo("15.00");
        int entries =
                admin.get("/v1/journal-entries").expect(200).json().at("/items").size();

        JsonNode first =
                firm.portal().get("/v1/journal-entries?limit=1").expect(200).json();
        JsonNode all = firm.portal().get("/v1/journal-entries").expect(200).json();

        assertThat(first.at("/items")).hasSize(1);
        assertThat(first.at("/next_cursor").asString("")).isNotEmpty();
        assertThat(all.at("/items")).as("but fee and withdrawal").hasSize(entries - 2);
        assertThat(firm.portal().get(fees).expect(200).json().at("/items")).isEmpty();
        firm.portal().get("/v1/journal-entries/" + fee.at("/id").asString()).problem(404, "not-found");
        String timeline = "/v1/invoices/" + invoice + "/timeline";
        assertThat(admin.get(timeline).expect(200).body()).contains("dispute_fee");
        assertThat(firm.portal().get(timeline).expect(200).body())
                .contains("dispute_needs_response")
                .doesNotContain("dispute_fee", "dispute_withdrawn");
        assertThat(firm.portal()
                        .get("/v1/clients/" + firm.client + "/statement?from=2026-01-01&until=2027-01-01")
                        .expect(200)
                        .body())
                .contains("payment_received", "\"disputed\":[{\"invoice_id\":\"" + invoice)
                .doesNotContain("dispute_", "dispute-", "15.00");
    }

    /** The second invoice of a mixed engagement: a package period, and fifty minutes of the month before it, rounded up. */
    private String paidMixedInvoice() {
        autopay();
        String engagement = Bodies.signed(firm, false);
        String entry = "/v1/time-entries/"
                + firm.staff()
                        .post(
                                "/v1/time-entries",
                                Bodies.time(firm, engagement, 50).replace("Month end", WORD))
                        .expect(201)
                        .text("/id");
        firm.staff().post(entry + "/submission", "{\"version\": 1}").expect(200);
        admin.post(entry + "/approval", "{\"version\": 1}").expect(200);
        String invoices = "/v1/engagements/" + engagement + "/invoices";
        admin.post(invoices, "{}").expect(201);
        String mixed = admin.post(invoices, "{}").expect(201).text("/id");
        payment(mixed);
        return mixed;
    }

    private void autopay() {
        String client = "/v1/clients/" + firm.client;
        admin.post(client + "/payment-methods", "{\"processor\": \"simulated\", \"reference\": \"card-succeeds\"}")
                .expect(201);
        admin.put(client + "/autopay", null, "{\"enabled\": true}").expect(200);
    }

    /** The payment of the invoice, once autopay brought it. */
    private String payment(String invoice) {
        String attempts = "/v1/payment-attempts?invoice_id=" + invoice;
        await(() -> admin.get(attempts)
                .expect(200)
                .json()
                .at("/items/0/state")
                .asString("")
                .equals("succeeded"));
        return admin.get(attempts).expect(200).text("/items/0/payment_id");
    }

    /** A dispute of ten dollars of the invoice, that were withdrawn, with a fee. */
    private String disputed(String invoice) {
        admin.post("/v1/payments/" + payment(invoice) + "/simulated-dispute-events", """
            {"dispute": "d1", "kind": "opened", "status": "needs_response",
             "claimed": {"amount": "10.00", "currency": "USD"}, "withdrawn": {"amount": "10.00", "currency": "USD"},
             "fee": {"amount": "15.00", "currency": "USD"}}
            """)
                .expect(202);
        String disputes = "/v1/disputes?invoice_id=" + invoice;
        await(() -> admin.get(disputes)
                .expect(200)
                .text("/items/0/withdrawn/amount")
                .equals("10.00"));
        return admin.get(disputes).expect(200).text("/items/0/id");
    }

    private byte[] taken(String dispute) {
        return Archives.taken(admin, "/v1/disputes/" + dispute + "/evidence-pack");
    }

    private static JsonNode json(Map<String, String> files, String name) {
        return JSON.readTree(files.get(name));
    }

    /** Collects and reads events as the schedule does, until it is so. */
    private void await(BooleanSupplier condition) {
        firm.server.context.getBean(Collector.class).collect(firm.firm);
        Waiting.until(condition);
    }
}
