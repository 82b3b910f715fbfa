package feewright.api.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Runs;
import feewright.api.fixture.TestFirm;
import feewright.platform.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Runs as a caller sees them (requirements P3, P4, P5). */
class BillingRunsTest {

    private final TestFirm firm = TestFirm.open();

    @Test
    void a_run_bills_what_is_due_once_and_its_result_is_kept_P1_P4() {
        String engagement = Runs.automatic(firm);
        Bodies.signed(firm, false);

        Reply run = Runs.finished(firm.admin(), "{}");
        Reply again = Runs.finished(firm.admin(), "{}");

        assertThat(run.json().at("/progress/due").asInt()).isEqualTo(1);
        assertThat(run.json().at("/progress/done").asInt()).isEqualTo(1);
        assertThat(run.json().at("/progress/issued").asInt()).isEqualTo(3);
        assertThat(run.text("/progress/amounts/0/amount")).isEqualTo("3000.00");
        assertThat(run.text("/progress/finished_at")).isNotEmpty();
        assertThat(run.text("/requested_by"))
                .isEqualTo(firm.person(Role.FIRM_ADMIN).toString());
        assertThat(again.json().at("/progress/issued").asInt()).isZero();
        assertThat(Runs.all(firm.admin(), "/v1/billing-runs", 1)).hasSize(2);
        List<JsonNode> items =
                Runs.all(firm.admin(), "/v1/billing-runs/" + run.text("/id") + "/items?outcome=issued", 2);
        assertThat(items)
                .extracting(item -> item.at("/billing_date").asString())
                .containsExactly("2026-02-01", "2026-03-01", "2026-04-01");
        assertThat(items).allSatisfy(item -> {
            assertThat(item.at("/engagement_id").asString()).isEqualTo(engagement);
            assertThat(item.at("/amount/amount").asString()).isEqualTo("1000.00");
            firm.admin()
                    .get("/v1/invoices/" + item.at("/invoice_id").asString())
                    .expect(200);
            firm.admin()
                    .get("/v1/decisions/" + item.at("/decision_id").asString())
                    .expect(200);
        });
    }

    @Test
    void a_dry_run_may_look_ahead_and_issues_nothing_P4() {
        Runs.automatic(firm);

        Reply run = Runs.finished(firm.admin(), "{\"dry_run\": true, \"as_of\": \"2026-06-01\"}");

        assertThat(run.json().at("/progress/would_issue").asInt()).isEqualTo(5);
        assertThat(run.json().at("/progress/issued").asInt()).isZero();
        assertThat(firm.admin().get("/v1/invoices").json().at("/items").size()).isZero();
    }

    @Test
    void one_engagement_up_to_a_day_is_billed_alone_P5() {
        String engagement = Runs.automatic(firm);
        Runs.automatic(firm);

        Reply run = Runs.finished(
                firm.admin(), "{\"engagement_id\": \"%s\", \"as_of\": \"2026-03-05\"}".formatted(engagement));

        assertThat(run.json().at("/progress/issued").asInt()).isEqualTo(2);
        assertThat(firm.admin()
                        .get("/v1/invoices?engagement_id=" + engagement)
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(2);
        assertThat(firm.admin().get("/v1/invoices").json().at("/items").size()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_run_is_refused() {
        String draft = Bodies.draft(firm, false);

        firm.admin().post("/v1/billing-runs", "{\"as_of\": \"2026-04-11\"}").problem(422, "as-of-in-the-future");
        firm.admin()
                .post("/v1/billing-runs", "{\"engagement_id\": \"%s\"}".formatted(draft))
                .problem(409, "engagement-not-signed");
        firm.admin()
                .post("/v1/billing-runs", "{\"engagement_id\": \"%s\"}".formatted(UUID.randomUUID()))
                .problem(404, "not-found");
        firm.admin().post("/v1/billing-runs", "{\"dry\": true}").problem(400, "unknown-field");
        firm.admin()
                .post("/v1/billing-runs", "{\"dry_run\": true, \"as_of\": \"2036-05-01\"}")
                .problem(422, "as-of-in-the-future");
        firm.admin().get("/v1/billing-runs/" + UUID.randomUUID()).problem(404, "not-found");
        assertThat(firm.admin().get("/v1/billing-runs").json().at("/items").size())
                .isZero();
    }

    /** A caller whose variable is unset does not ask for everything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"engagement_id\": null}",
                "{\"dry_run\": null}",
                "{\"as_of\": null}",
                "{\"dry_run\": true, \"retry_failures\": null}"
            })
    void a_null_is_not_taken_for_nothing_said_W3(String body) {
        firm.admin().post("/v1/billing-runs", body).problem(422, "invalid-fields");
        firm.admin().post("/v1/billing-runs", "null").problem(400, "body-missing");

        assertThat(firm.admin().get("/v1/billing-runs").json().at("/items").size())
                .isZero();
    }

    @Test
    void the_same_key_starts_one_run() {
        String key = UUID.randomUUID().toString();

        Reply first = firm.admin().post("/v1/billing-runs", "{}", key).expect(202);
        Reply second = firm.admin().post("/v1/billing-runs", "{}", key).expect(202);

        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(firm.admin().get("/v1/billing-runs").json().at("/items").size())
                .isEqualTo(1);
    }

    @Test
    void what_is_held_or_issued_by_hand_is_ready_to_bill_and_held_is_listed_as_set_aside_P3() {
        List<String> byHand = new ArrayList<>();
        List<String> held = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            byHand.add(Bodies.signed(firm, false));
            held.add(Runs.automatic(firm, "leave_to_person"));
        }

        Reply run = Runs.finished(firm.admin(), "{}");

        assertThat(run.json().at("/progress/needs_review").asInt()).isEqualTo(3);
        assertThat(run.json().at("/progress/failures").asInt()).isEqualTo(3);
        List<JsonNode> ready = Runs.all(firm.admin(), "/v1/ready-to-bill", 2);
        assertThat(ready)
                .extracting(
                        item -> item.at("/engagement_id").asString(),
                        item -> item.at("/reason").asString())
                .hasSize(6)
                .containsAll(
                        byHand.stream().map(id -> tuple(id, "issued_by_hand")).toList())
                .containsAll(held.stream().map(id -> tuple(id, "needs_review")).toList());
        assertThat(ready).allSatisfy(item -> {
            assertThat(item.at("/client_id").asString()).isEqualTo(firm.client.toString());
            assertThat(item.at("/next_billing_date").asString()).isEqualTo("2026-02-01");
        });
        List<JsonNode> aside = Runs.all(firm.admin(), "/v1/billing-failures", 2);
        assertThat(aside)
                .extracting(item -> item.at("/engagement_id").asString())
                .containsExactlyInAnyOrderElementsOf(held);
        assertThat(aside).allSatisfy(item -> {
            assertThat(item.at("/codes/0").asString()).isEqualTo("missed_periods");
            assertThat(item.at("/outcome").asString()).isEqualTo("needs_review");
            assertThat(item.at("/billing_run_id").asString()).isEqualTo(run.text("/id"));
        });
    }

    @Test
    void a_person_decides_about_what_is_held_by_issuing_it_by_hand() {
        String held = Runs.automatic(firm, "leave_to_person");
        Runs.finished(firm.admin(), "{}");

        firm.admin().post("/v1/engagements/" + held + "/invoices", "{}").expect(201);

        assertThat(firm.admin().get("/v1/billing-failures").json().at("/items").size())
                .isZero();
    }

    @Test
    void a_platform_operator_reads_runs_and_starts_none_T2() {
        Runs.automatic(firm);
        String run = Runs.finished(firm.admin(), "{}").text("/id");
        TestFirm.Caller operator = firm.as(Role.PLATFORM_OPERATOR);

        assertThat(operator.get("/v1/billing-runs/" + run).expect(200).text("/progress/amounts/0/amount"))
                .isEqualTo("3000.00");
        assertThat(operator.get("/v1/billing-runs/" + run + "/items")
                        .expect(200)
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(3);
        operator.get("/v1/billing-runs").expect(200);
        operator.get("/v1/billing-failures").expect(200);
        operator.post("/v1/billing-runs", "{}").problem(403, "forbidden");
        firm.staff().get("/v1/billing-runs/" + run).problem(403, "forbidden");
    }

    @Test
    void cursors_that_no_list_gave_are_refused_W3() {
        String run = Runs.finished(firm.admin(), "{}").text("/id");

        for (String list : List.of(
                "/v1/billing-runs",
                "/v1/billing-runs/" + run + "/items",
                "/v1/billing-failures",
                "/v1/ready-to-bill")) {
            for (String cursor : List.of("x", "eHh4", "Ly8v", "Lw", "aGVsZC8x", "%00")) {
                assertThat(firm.admin().get(list + "?cursor=" + cursor).status())
                        .as(list + " " + cursor)
                        .isEqualTo(400);
            }
            firm.admin().get(list + "?limit=0").problem(400, "parameter-invalid");
            firm.admin().get(list + "?limit=201").problem(400, "parameter-invalid");
        }
        firm.admin().get("/v1/billing-runs/" + run + "/items?outcome=paid").problem(400, "parameter-invalid");
    }
}
