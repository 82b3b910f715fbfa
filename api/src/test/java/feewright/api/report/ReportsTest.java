package feewright.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Server;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.Quarter;
import feewright.platform.ClientId;
import feewright.platform.Role;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Reports over HTTP, as JSON and as CSV, over a quarter whose figures are worked out by hand (I7, L1, L3). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsTest {

    private static final String MARCH = "/statement?from=2026-03-01&until=2026-04-01";

    private Quarter quarter;

    @BeforeAll
    void live() {
        quarter = new Quarter(Office.open(Server.running().ports(), new PermissiveRulebook()));
    }

    @Test
    void a_statement_tells_each_movement_with_its_source_L3() {
        Reply reply = admin().get("/v1/clients/" + quarter.dollars + MARCH).expect(200);

        JsonNode section = reply.json().at("/sections/0");
        assertThat(reply.text("/client_name")).isEqualTo("Client");
        assertThat(section.at("/opening/balance/amount").asString()).isEqualTo("-100.00");
        assertThat(section.at("/closing/balance/amount").asString()).isEqualTo("700.00");
        assertThat(section.at("/movements/0/kind").asString()).isEqualTo("invoice_credited");
        assertThat(section.at("/movements/0/credit_note_number").asString()).isEqualTo("CN-000001");
        assertThat(section.at("/movements/0/invoice_number").asString())
                .isEqualTo(quarter.february.head().number().toString());
        assertThat(section.at("/movements/2/kind").asString()).isEqualTo("credit_refunded");
        assertThat(section.at("/movements/3/kind").asString()).isEqualTo("invoice_issued");
        assertThat(section.at("/movements/3/source_id").asString())
                .isEqualTo(quarter.march.id().toString());
    }

    @Test
    void a_statement_can_be_had_as_csv() {
        assertThat(csv(admin(), "/v1/clients/" + quarter.euros + MARCH))
                .isEqualTo("""
                    currency,booked_on,kind,source_id,invoice_id,invoice_number,credit_id,credit_note_number,owed,credit,balance
                    EUR,2026-03-01,opening_balance,,,,,,200.00,0.00,200.00
                    EUR,2026-03-05,payment_received,%1$s,,,%3$s,,0.00,30.00,170.00
                    EUR,2026-03-06,payment_refunded,%2$s,,,%3$s,,0.00,-10.00,180.00
                    EUR,2026-04-01,closing_balance,,,,,,200.00,20.00,180.00
                    """.formatted(quarter.deposit.id(), quarter.refund.id(), quarter.deposited));
    }

    @Test
    void a_client_has_its_own_statement_and_there_are_no_others_T2() {
        Caller client = as(Role.CLIENT, quarter.dollars);

        client.get("/v1/clients/" + quarter.dollars + MARCH).expect(200);
        client.get("/v1/clients/" + quarter.euros + MARCH).problem(404, "not-found");
        admin().get("/v1/clients/" + UUID.randomUUID() + MARCH).problem(404, "not-found");
    }

    @Test
    void a_platform_operator_reads_no_name_in_any_report_T3() {
        Caller operator = as(Role.PLATFORM_OPERATOR, null);
        for (String path : new String[] {
            "/v1/clients/" + quarter.dollars + MARCH,
            "/v1/reports/receivables-ageing",
            "/v1/reports/revenue?from=2026-01-01&until=2026-04-01",
            "/v1/reports/unbilled",
            "/v1/reports/reconciliation"
        }) {
            assertThat(operator.get(path).expect(200).body()).as(path).doesNotContain("client_name");
        }
    }

    @Test
    void receivables_are_aged_today_and_on_any_day_before() {
        assertThat(csv(admin(), "/v1/reports/receivables-ageing").lines())
                .contains(
                        "client_id,client_name,currency,not_due,days_1_to_30,days_31_to_60,days_61_to_90,over_90_days,total",
                        quarter.dollars + ",Client,USD,0.00,800.00,0.00,0.00,0.00,800.00",
                        quarter.euros + ",Another,EUR,0.00,0.00,200.00,0.00,0.00,200.00");
        assertThat(admin().get("/v1/reports/receivables-ageing?as_of=2026-02-11")
                        .expect(200)
                        .text("/totals/1/not_due/amount"))
                .isEqualTo("1100.00");
        admin().get("/v1/reports/receivables-ageing?as_of=2027-01-01").problem(400, "parameter-invalid");
    }

    @Test
    void revenue_stands_beside_what_the_documents_say_I7() {
        String path = "/v1/reports/revenue?from=2026-01-01&until=2026-04-01";

        JsonNode totals = admin().get(path).expect(200).json().at("/totals");

        assertThat(totals.size()).isEqualTo(8);
        assertThat(totals).allMatch(total -> total.at("/agrees").asBoolean());
        assertThat(csv(admin(), path)).isEqualTo("""
            month,currency,category,pricing_mode,issued,voided,credited,net
            2026-01,EUR,package,package,200.00,0.00,0.00,200.00
            2026-01,USD,package,mixed,1000.00,0.00,0.00,1000.00
            2026-02,USD,hourly,mixed,200.00,-100.00,0.00,100.00
            2026-02,USD,package,mixed,2000.00,-1000.00,0.00,1000.00
            2026-03,USD,hourly,mixed,100.00,0.00,-100.00,0.00
            2026-03,USD,package,mixed,1000.00,0.00,0.00,1000.00
            """);
    }

    @Test
    void days_currencies_and_missing_parameters_are_checked_W3() {
        String client = "/v1/clients/" + quarter.dollars + "/statement";

        admin().get(client).problem(400, "parameter-invalid");
        admin().get(client + "?from=2026-03-01&until=2026-03-01").problem(400, "parameter-invalid");
        admin().get(client + "?from=2026-03-01&until=2026-03-02&currency=XXL").problem(400, "parameter-invalid");
        admin().get("/v1/reports/revenue?from=2026-03-01&until=2026-02-01").problem(400, "parameter-invalid");
    }

    @Test
    void the_books_reconcile_as_csv_too_L1() {
        Reply reply = admin().get("/v1/reports/reconciliation").expect(200);

        assertThat(reply.json().at("/clean").asBoolean()).isTrue();
        assertThat(csv(admin(), "/v1/reports/reconciliation").lines())
                .contains("receivable_owed,5,0,,,,", "billing_cursors,2,0,,,,");
    }

    @Test
    void unbilled_time_of_nobody_is_nothing() {
        assertThat(csv(admin(), "/v1/reports/unbilled?client_id=" + quarter.euros))
                .isEqualTo("""
                    engagement_id,client_id,client_name,pricing_mode,minutes,billed_minutes,covered_minutes,unpriced_minutes,currency,value
                    """);
    }

    private static String csv(Caller caller, String path) {
        Reply reply = Server.running()
                .send(caller.request(path).header("Accept", "text/csv").GET())
                .expect(200);
        assertThat(reply.header("Content-Type")).startsWith("text/csv");
        return reply.body().replace("\r\n", "\n");
    }

    private Caller admin() {
        return as(Role.FIRM_ADMIN, null);
    }

    private Caller as(Role role, ClientId client) {
        TestFirm other = TestFirm.open();
        JWTClaimsSet.Builder claims = other.claims(role);
        if (role == Role.PLATFORM_OPERATOR) {
            return new Caller(other.server, other.signed(claims.build()), quarter.office.firm.toString());
        }
        claims.claim("firm", quarter.office.firm.toString());
        if (client != null) {
            claims.claim("client", client.toString());
        }
        return new Caller(other.server, other.signed(claims.build()), null);
    }
}
