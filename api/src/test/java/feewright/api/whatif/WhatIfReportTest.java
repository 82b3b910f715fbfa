package feewright.api.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.AuthorRules;
import feewright.api.fixture.Bodies;
import feewright.api.fixture.EveryRow;
import feewright.api.fixture.Quiet;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.platform.Role;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What if, over HTTP (requirement X4). The directory of candidates is one for the tests' server: each test leaves it empty. */
@ResourceLock(Quiet.DATABASE)
class WhatIfReportTest {

    private static final String REPORT = "/v1/reports/what-if?from=2026-04-01&until=2026-05-01";

    private final TestFirm firm = TestFirm.open();

    @AfterEach
    void noCandidateIsLeft() {
        AuthorRules.remove(firm.server.candidate);
    }

    @Test
    void an_edited_candidate_is_read_at_the_next_call_and_comes_never_into_force_X4() {
        Reply invoice = longDay();
        Reply same = firm.admin().get(REPORT).expect(200);
        AuthorRules.noLongDays(firm.server.candidate);
        Reply refused = firm.admin().get(REPORT).expect(200);
        AuthorRules.remove(firm.server.candidate);
        AuthorRules.anotherReason(firm.server.candidate);
        Reply changed = firm.admin().get(REPORT).expect(200);

        String inForce = firm.admin().get("/v1/rule-packs").expect(200).text("/items/0/rule_pack");
        assertThat(same.text("/pack_in_force")).isEqualTo(inForce);
        assertThat(same.text("/pack_candidate")).isEqualTo(inForce);
        assertThat(same.json().at("/invoices").size()).isZero();
        assertThat(same.json().at("/invoice_sums/same").asInt()).isEqualTo(2);
        assertThat(refused.text("/pack_in_force")).isEqualTo(inForce);
        assertThat(refused.text("/pack_candidate"))
                .hasSize(64)
                .isNotEqualTo(inForce)
                .isNotEqualTo(changed.text("/pack_candidate"));
        JsonNode one = refused.json().at("/invoices/0");
        assertThat(one.at("/invoice_id").asString()).isEqualTo(invoice.text("/id"));
        assertThat(one.at("/number").asString()).isEqualTo(invoice.text("/number"));
        assertThat(one.at("/issue_date").asString()).isEqualTo("2026-04-10");
        assertThat(one.at("/outcome").asString()).isEqualTo("refused");
        assertThat(one.at("/total/amount").asString()).isEqualTo(invoice.text("/totals/total/amount"));
        assertThat(one.at("/difference/total_in_force/amount").asString())
                .isEqualTo(invoice.text("/totals/total/amount"));
        assertThat(one.at("/difference").hasNonNull("total_under_candidate")).isFalse();
        assertThat(one.at("/difference/violations_added/0/code").asString()).isEqualTo("DAY-01");
        assertThat(one.at("/difference/violations_added/0/rule").asString()).isEqualTo("a long day is not invoiced");
        assertThat(one.at("/difference/violations_added/0/count").asInt()).isEqualTo(1);
        assertThat(one.at("/difference/violations_added/0/subjects/0").asString())
                .startsWith("line/");
        assertThat(one.at("/difference/rules/0/code").asString()).isEqualTo("DAY-01");
        assertThat(one.at("/difference/rules/0/fired_under_candidate").asInt()).isEqualTo(1);
        assertThat(refused.json().at("/invoices").size()).isEqualTo(1);
        assertThat(refused.json().at("/invoice_sums/same").asInt()).isEqualTo(1);
        assertThat(refused.json().at("/invoice_sums/refused").asInt()).isEqualTo(1);
        assertThat(refused.text("/invoice_sums/refused_amounts/0/amount"))
                .isEqualTo(invoice.text("/totals/total/amount"));
        assertThat(changed.text("/invoices/0/outcome")).isEqualTo("changed");
        assertThat(changed.text("/invoices/0/difference/lines/0/in_force/0")).isEqualTo("INV-06");
        assertThat(changed.text("/invoices/0/difference/lines/0/under_candidate/0"))
                .isEqualTo("FEE-01");
        assertThat(refused.body() + changed.body()).doesNotContain("Acme", "Person", "Month end");
    }

    @Test
    void as_csv_it_has_a_row_for_each_difference_X4() {
        Reply invoice = longDay();
        AuthorRules.noLongDays(firm.server.candidate);

        Reply csv = firm.server.send(
                firm.admin().request(REPORT).header("Accept", "text/csv").GET());

        assertThat(csv.expect(200).header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("invoice_id,number,engagement_id,day,outcome,currency,total_issued,total_in_force");
        assertThat(csv.body())
                .contains(invoice.text("/id") + "," + invoice.text("/number"))
                .contains(",2026-04-10,refused,USD,")
                .contains(",DAY-01,,,DAY-01");
    }

    @Test
    void a_candidate_that_does_not_load_names_its_faults_with_file_and_line_X4() {
        longDay();
        AuthorRules.nonsense(firm.server.candidate);

        Reply refused = firm.admin().get(REPORT).problem(422, "candidate-refused");

        assertThat(refused.text("/errors/0/detail")).matches("invoice/a-long-day-is-not-invoiced\\.drl:\\d+: .*");
        firm.admin().get("/v1/rule-packs").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/reports/what-if",
                "/v1/reports/what-if?from=2026-04-01",
                "/v1/reports/what-if?from=2026-04-01&until=2026-04-01",
                "/v1/reports/what-if?from=tomorrow&until=2026-04-01",
                "/v1/reports/what-if?from=2026-04-01&until=2026-05-01&engagement_id=x",
                "/v1/reports/what-if?from=2026-04-01&until=2026-05-01&rules=/etc"
            })
    void what_cannot_be_asked_is_a_bad_request_W3(String path) {
        assertThat(firm.admin().get(path).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"STAFF", "CLIENT"})
    void who_may_not_read_the_firing_log_may_not_ask_either_T2(Role role) {
        firm.as(role).get(REPORT).problem(403, "forbidden");
    }

    @Test
    void another_firms_engagement_is_like_none_T1() {
        Reply invoice = longDay();
        Caller stranger = TestFirm.open().admin();

        Reply theirs = stranger.get(REPORT + "&engagement_id=" + invoice.text("/engagement_id"))
                .expect(200);
        Reply nobodys = stranger.get(REPORT + "&engagement_id=" + firm.client).expect(200);

        assertThat(theirs.body().replace(invoice.text("/engagement_id"), ""))
                .isEqualTo(nobodys.body().replace(firm.client.toString(), ""));
        assertThat(theirs.json().at("/invoice_sums/compared").asInt()).isZero();
    }

    @Test
    void platform_and_break_glass_operators_read_what_admins_do_T2() {
        longDay();
        AuthorRules.noLongDays(firm.server.candidate);

        String seen = firm.admin().get(REPORT).expect(200).body();

        assertThat(firm.as(Role.PLATFORM_OPERATOR).get(REPORT).expect(200).body())
                .isEqualTo(seen);
        assertThat(firm.as(Role.BREAK_GLASS_OPERATOR).get(REPORT).expect(200).body())
                .isEqualTo(seen);
    }

    @Test
    void nothing_is_written_X4() throws SQLException {
        longDay();
        AuthorRules.noLongDays(firm.server.candidate);
        List<String> before = EveryRow.hashed();

        firm.admin().get(REPORT).expect(200);

        assertThat(EveryRow.hashed()).isEqualTo(before);
    }

    /** An invoice with a day of nine hours beside the fee, issued after one with the fee of the month before. */
    private Reply longDay() {
        String engagement = Bodies.signed(firm, false);
        String entry = Bodies.submitted(firm, engagement, 540);
        firm.admin()
                .post("/v1/time-entries/" + entry + "/approval", "{\"version\": 1}")
                .expect(200);
        String invoices = "/v1/engagements/" + engagement + "/invoices";
        Reply first = firm.admin().post(invoices, "{}").expect(201);
        return first.body().contains(entry)
                ? first
                : firm.admin().post(invoices, "{}").expect(201);
    }
}
