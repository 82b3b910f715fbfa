package feewright.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.attempt.Collector;
import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.api.fixture.Waiting;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is asked to be given back whole where nothing can be: the refusal names the reason (requirements A5, D3). */
class NothingToGiveBackTest {

    private static final String WHY = "{\"reason\": \"Asked for on the phone\"}";

    private final TestFirm firm = TestFirm.open();
    private final Caller admin = firm.admin();

    @Test
    void what_is_disputed_whole_is_refused_as_disputed_D3() {
        String invoice = paidByCard();
        String payment = get("/v1/payment-attempts?invoice_id=" + invoice)
                .at("/items/0/payment_id")
                .asString();
        Reply note =
                admin.post("/v1/invoices/" + invoice + "/credit-notes", """
                    {"lines": [{"number": 1, "amount": {"amount": "1000.00", "currency": "USD"}}], "excess": "credit", "reason": "Not done"}
                    """).expect(201);
        String credit = note.json()
                .at("/journal_entry/transfers")
                .valueStream()
                .map(transfer -> transfer.at("/credit_id").asString(""))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseThrow();
        admin.post("/v1/payments/" + payment + "/simulated-dispute-events", """
            {"dispute": "d1", "kind": "opened", "status": "needs_response", "claimed": {"amount": "1000.00", "currency": "USD"}}
            """).expect(202);
        await(() -> !get("/v1/disputes").at("/items").isEmpty());

        assertThat(violations(admin.post("/v1/credits/" + credit + "/refunds", WHY)))
                .containsExactly("CRE-46");
        assertThat(violations(admin.post("/v1/refunds", WHY.replace("}", ", \"payment_id\": \"" + payment + "\"}"))))
                .containsExactly("PAY-07");
    }

    @Test
    void what_was_given_back_before_is_refused_as_gone_A5() {
        String wire = "{\"method\": \"wire\", \"amount\": {\"amount\": \"50.00\", \"currency\": \"USD\"}}";
        Reply deposit =
                admin.post("/v1/clients/" + firm.client + "/payments", wire).expect(201);
        String credit = deposit.text("/transfers/0/credit_id");
        admin.post("/v1/credits/" + credit + "/refunds", WHY).expect(201);

        assertThat(violations(admin.post("/v1/credits/" + credit + "/refunds", WHY)))
                .containsExactly("CRE-16");
        assertThat(violations(admin.post("/v1/payments/" + deposit.text("/id") + "/refunds", WHY)))
                .containsExactly("PAY-07");
    }

    private static List<String> violations(Reply refused) {
        return refused.problem(422, "refused-by-rules")
                .json()
                .at("/violations")
                .valueStream()
                .map(violation -> violation.at("/code").asString())
                .toList();
    }

    private String paidByCard() {
        admin.post(
                        "/v1/clients/" + firm.client + "/payment-methods",
                        "{\"processor\": \"simulated\", \"reference\": \"card-succeeds\"}")
                .expect(201);
        admin.put("/v1/clients/" + firm.client + "/autopay", null, "{\"enabled\": true}")
                .expect(200);
        String invoice = admin.post("/v1/engagements/" + Bodies.signed(firm, false) + "/invoices", "{}")
                .expect(201)
                .text("/id");
        await(() -> get("/v1/payment-attempts?invoice_id=" + invoice)
                .at("/items/0/state")
                .asString("")
                .equals("succeeded"));
        return invoice;
    }

    /** Collects as the schedule does, until it is so. */
    private void await(BooleanSupplier condition) {
        firm.server.context.getBean(Collector.class).collect(firm.firm);
        Waiting.until(condition);
    }

    private JsonNode get(String path) {
        return admin.get(path).expect(200).json();
    }
}
