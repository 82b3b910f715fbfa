package feewright.api.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import feewright.platform.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Included minutes, cap and minimum over HTTP, with the core rules in force (requirements E2, E3, I2, X3). */
class AdjustedTermsTest {

    private final TestFirm firm = TestFirm.open();

    @Test
    void every_fault_of_what_adjusts_hours_is_named_at_once_E3() {
        String terms = terms("hourly", """
            "rates": [{"per_hour": {"amount": "100.00", "currency": "USD"}}],
            "included": {"minutes": 0, "rollover_minutes": -1, "extra_hour_rate": {"amount": "-1.00", "currency": "USD"}},
            "cap": {"limit": {"amount": "10.00", "currency": "USD"}, "span": "period", "beyond": "write_down"},
            "minimum": {"fee": {"amount": "10.01", "currency": "USD"}, "proration": "sometimes"}
            """);

        Reply refused = firm.admin().post("/v1/engagements", engagement(terms)).problem(422, "invalid-fields");

        assertThat(refused.body())
                .contains("minutes-out-of-range", "\"/terms/hourly/included/minutes\"")
                .contains("rollover-minutes-out-of-range", "beyond-per-hour-not-a-positive-amount")
                .contains("included-minutes-need-a-package", "proration-unknown");
        assertThat(draft(terms("hourly", """
            "rates": [{"per_hour": {"amount": "100.00", "currency": "USD"}}],
            "cap": {"limit": {"amount": "10.00", "currency": "USD"}, "span": "period", "beyond": "stop"},
            "minimum": {"fee": {"amount": "10.01", "currency": "USD"}}
            """)).body()).contains("cap-below-minimum");
        assertThat(draft(terms("mixed", """
            "rates": [{"per_hour": {"amount": "100.00", "currency": "USD"}}],
            "included": {"minutes": 60, "extra_hour_rate": {"amount": "90.00", "currency": "USD"}}
            """)).body()).contains("rates-beside-beyond-per-hour");
    }

    @Test
    void an_invoice_and_its_explanation_show_how_hours_were_adjusted_X3() {
        String engagement = signed(terms("mixed", """
            "increment_minutes": 15,
            "included": {"minutes": 60, "rollover_minutes": 30, "extra_hour_rate": {"amount": "90.00", "currency": "USD"}},
            "cap": {"limit": {"amount": "100.00", "currency": "USD"}, "span": "period", "beyond": "write_down"},
            "minimum": {"fee": {"amount": "50.00", "currency": "USD"}}
            """));
        approved(engagement, 180);

        firm.admin().post("/v1/engagements/" + engagement + "/invoices", "{}").expect(201);
        JsonNode preview = firm.admin()
                .post("/v1/engagements/" + engagement + "/invoice-previews", "{}")
                .expect(200)
                .json();
        Reply march = firm.admin()
                .post("/v1/engagements/" + engagement + "/invoices", "{}")
                .expect(201);
        Reply april = firm.admin()
                .post("/v1/engagements/" + engagement + "/invoices", "{}")
                .expect(201);

        assertThat(preview.at("/lines/2/justifications/0/code").asString()).isEqualTo("INV-36");
        assertThat(preview.at("/lines/3/justifications/0/code").asString()).isEqualTo("INV-34");
        assertThat(march.text("/lines/1/amount/amount")).isEqualTo("270.00");
        assertThat(march.text("/lines/2/amount/amount")).isEqualTo("-90.00");
        assertThat(march.json().at("/lines/2/adjustment/minutes").asInt()).isEqualTo(60);
        assertThat(march.json().at("/lines/2/adjustment/line_number").asInt()).isEqualTo(2);
        assertThat(march.text("/lines/3/adjustment/kind")).isEqualTo("cap");
        assertThat(march.text("/lines/3/amount/amount")).isEqualTo("-80.00");
        assertThat(march.text("/totals/hourly/amount")).isEqualTo("100.00");
        assertThat(april.text("/lines/1/adjustment/kind")).isEqualTo("minimum");
        assertThat(april.text("/lines/1/amount/amount")).isEqualTo("50.00");
        assertThat(firm.admin().get(march.header("Location")).expect(200).json())
                .isEqualTo(march.json());
        JsonNode explained = firm.portal()
                .get("/v1/invoices/" + march.text("/id") + "/explanation")
                .expect(200)
                .json();
        assertThat(explained.at("/lines/2/justified_by/0/code").asString()).isEqualTo("INV-36");
        assertThat(explained.at("/lines/2/clauses/0/path").asString()).isEqualTo("hourly.included.minutes");
        assertThat(explained.at("/lines/2/arithmetic/kind").asString()).isEqualTo("minutes_off");
        assertThat(explained.at("/lines/3/arithmetic/formula").asString())
                .isEqualTo("USD 0.00 − max(0, USD 180.00 − USD 100.00)");
        JsonNode terms = firm.admin()
                .get("/v1/engagements/" + engagement)
                .expect(200)
                .json()
                .at("/terms/hourly");
        assertThat(terms.at("/included/extra_hour_rate/amount").asString()).isEqualTo("90.00");
        assertThat(terms.at("/minimum/proration").asString()).isEqualTo("by_day");
        assertThat(terms.hasNonNull("rates")).isFalse();
    }

    @Test
    void work_beyond_a_cap_that_stops_takes_a_master_admins_override_E2() {
        String engagement = signed(terms("hourly", """
            "rates": [{"per_hour": {"amount": "100.00", "currency": "USD"}}],
            "cap": {"limit": {"amount": "100.00", "currency": "USD"}, "span": "engagement", "beyond": "stop"}
            """));
        approved(engagement, 90);
        String invoices = "/v1/engagements/" + engagement + "/invoices";
        String override = "{\"override\": {\"reason\": \"agreed by phone\"}}";

        Reply refused = firm.admin().post(invoices, "{}").problem(422, "refused-by-rules");
        firm.admin().post(invoices, override).problem(422, "refused-by-rules");
        Reply issued = firm.master().post(invoices, override).expect(201);

        assertThat(refused.body()).contains("INV-35");
        assertThat(issued.text("/totals/total/amount")).isEqualTo("150.00");
        assertThat(issued.json().at("/overridden").asBoolean()).isTrue();
    }

    @Test
    void a_credit_note_takes_no_more_off_hours_than_they_came_to() {
        String engagement = signed(terms("hourly", """
            "rates": [{"per_hour": {"amount": "100.00", "currency": "USD"}}],
            "cap": {"limit": {"amount": "100.00", "currency": "USD"}, "span": "period", "beyond": "write_down"}
            """));
        approved(engagement, 180);
        String invoice = firm.admin()
                .post("/v1/engagements/" + engagement + "/invoices", "{}")
                .expect(201)
                .text("/id");
        String note = """
            {"reason": "Agreed", "excess": "refund", "lines": [{"number": 1, "amount": {"amount": "%s", "currency": "USD"}}]}
            """;

        firm.admin()
                .post("/v1/invoices/" + invoice + "/credit-notes", note.formatted("100.01"))
                .problem(422, "refused-by-rules");
        firm.admin()
                .post("/v1/invoices/" + invoice + "/credit-notes", note.formatted("100.00"))
                .expect(201);
    }

    private Reply draft(String terms) {
        return firm.admin().post("/v1/engagements", engagement(terms)).expect(422);
    }

    private String signed(String terms) {
        String id = firm.admin()
                .post("/v1/engagements", engagement(terms))
                .expect(201)
                .text("/id");
        firm.admin()
                .post("/v1/engagements/" + id + "/signature", Bodies.signature())
                .expect(201);
        return id;
    }

    private void approved(String engagement, int minutes) {
        String entry = Bodies.submitted(firm, engagement, minutes);
        firm.as(Role.FIRM_ADMIN)
                .post("/v1/time-entries/" + entry + "/approval", "{\"version\": 1}")
                .expect(200);
    }

    private String engagement(String terms) {
        return "{\"client_id\": \"%s\", \"terms\": %s}".formatted(firm.client, terms);
    }

    private static String terms(String mode, String hourly) {
        String packaged = mode.equals("mixed") ? """
            "package": {"fee": {"amount": "1000.00", "currency": "USD"}, "cadence": "monthly"},
            """ : "";
        return """
            {"pricing_mode": "%s", "currency": "USD", "start": "%s", "zone": "America/New_York", %s "hourly": {%s}}
            """.formatted(mode, Bodies.START, packaged, hourly);
    }
}
