package feewright.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import feewright.platform.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole path of design §2 over HTTP: from a client to an explained invoice. */
class PathTest {

    private final TestFirm firm = TestFirm.open();

    @Test
    void signed_terms_and_approved_time_become_the_invoice_that_was_previewed() {
        String engagement = Bodies.signed(firm, false);
        String entry = Bodies.submitted(firm, engagement, 50);
        firm.admin()
                .post("/v1/time-entries/" + entry + "/approval", "{\"version\": 1}")
                .expect(200);

        Reply preview = firm.admin()
                .post("/v1/engagements/" + engagement + "/invoice-previews", "{}")
                .expect(200);
        Reply first = firm.admin()
                .post(
                        "/v1/engagements/" + engagement + "/invoices",
                        "{\"fingerprint\": \"%s\"}".formatted(preview.text("/fingerprint")))
                .expect(201);
        Reply second = firm.admin()
                .post("/v1/engagements/" + engagement + "/invoices", "{}")
                .expect(201);

        assertThat(preview.json().at("/issuable").asBoolean()).isTrue();
        assertThat(preview.json().at("/more_due").asBoolean()).isTrue();
        assertThat(first.json().at("/lines").size())
                .isEqualTo(preview.json().at("/lines").size());
        assertThat(first.text("/totals/total/amount")).isEqualTo(preview.text("/totals/total/amount"));
        assertThat(first.text("/number")).isEqualTo("INV-000001");
        assertThat(second.text("/number")).isEqualTo("INV-000002");
        assertThat(second.text("/totals/hourly/amount")).isEqualTo("120.00");
        assertThat(second.text("/lines/1/description")).isEqualTo("Person staff");
        assertThat(firm.admin().get(first.header("Location")).expect(200).json())
                .isEqualTo(first.json());
    }

    @Test
    void an_explanation_names_rule_clause_entries_and_arithmetic() {
        String engagement = Bodies.signed(firm, false);
        String entry = Bodies.submitted(firm, engagement, 50);
        firm.admin()
                .post("/v1/time-entries/" + entry + "/approval", "{\"version\": 1}")
                .expect(200);
        firm.admin().post("/v1/engagements/" + engagement + "/invoices", "{}").expect(201);
        String invoice = firm.admin()
                .post("/v1/engagements/" + engagement + "/invoices", "{}")
                .expect(201)
                .text("/id");

        JsonNode explained = firm.portal()
                .get("/v1/invoices/" + invoice + "/explanation")
                .expect(200)
                .json();

        JsonNode hourly = explained.at("/lines/1");
        assertThat(hourly.at("/justified_by/0/code").asString()).startsWith("INV-");
        assertThat(hourly.at("/line/hourly/entries/0/id").asString()).isEqualTo(entry);
        assertThat(hourly.at("/line/hourly/entries/0/worked_minutes").asInt()).isEqualTo(50);
        assertThat(hourly.at("/line/hourly/entries/0/billed_minutes").asInt()).isEqualTo(60);
        assertThat(hourly.at("/rate_choices/0/considered").isArray()).isTrue();
        assertThat(hourly.at("/arithmetic/kind").asString()).isEqualTo("rate_times_time");
        assertThat(hourly.at("/arithmetic/result/amount").asString()).isEqualTo("120.00");
    }

    @Test
    void hourly_lines_say_what_was_done_to_whom_it_belongs_and_to_no_platform_T3() {
        String engagement = Bodies.signed(firm, false);
        String invoices = "/v1/engagements/" + engagement + "/invoices";
        String entry = "/v1/time-entries/" + Bodies.submitted(firm, engagement, 50);
        String revised = Bodies.time(firm, engagement, 50).replace("Month end", "Year end");
        firm.staff().put(entry, "\"1\"", revised).expect(200);
        firm.staff().post(entry + "/submission", "{\"version\": 2}").expect(200);
        firm.admin().post(entry + "/approval", "{\"version\": 2}").expect(200);
        firm.admin().post(invoices, "{}").expect(201);

        Reply preview = firm.admin()
                .post("/v1/engagements/" + engagement + "/invoice-previews", "{}")
                .expect(200);
        Reply issued = firm.admin().post(invoices, "{}").expect(201);
        String invoice = "/v1/invoices/" + issued.text("/id");
        Reply seen = firm.portal().get(invoice).expect(200);
        Reply explained = firm.portal().get(invoice + "/explanation").expect(200);
        Reply operated = firm.as(Role.PLATFORM_OPERATOR).get(invoice).expect(200);

        String description = "/lines/1/hourly/entries/0/description";
        assertThat(preview.text(description)).isEqualTo("Year end");
        assertThat(issued.text(description)).isEqualTo("Year end");
        assertThat(seen.text(description)).isEqualTo("Year end");
        assertThat(explained.text("/lines/1/line/hourly/entries/0/description")).isEqualTo("Year end");
        assertThat(operated.text("/lines/1/hourly/entries/0/id")).isNotBlank();
        assertThat(operated.body()).doesNotContain("Year end", "Month end", "description");
    }

    @Test
    void where_the_terms_ask_for_it_the_client_approves_as_well() {
        String engagement = Bodies.signed(firm, true);
        String entry = Bodies.submitted(firm, engagement, 60);
        String approval = "/v1/time-entries/" + entry + "/approval";

        Reply waiting = firm.portal().get("/v1/time-entries").expect(200);
        Reply byFirm = firm.admin().post(approval, "{\"version\": 1}").expect(200);
        Reply byClient = firm.portal().post(approval, "{\"version\": 1}").expect(200);

        assertThat(waiting.text("/items/0/id")).isEqualTo(entry);
        assertThat(byFirm.text("/state")).isEqualTo("submitted");
        assertThat(byClient.text("/state")).isEqualTo("approved");
        assertThat(firm.portal()
                        .get("/v1/time-entries")
                        .expect(200)
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void a_preview_that_something_changed_since_is_outdated() {
        String engagement = Bodies.signed(firm, false);
        String entry = Bodies.submitted(firm, engagement, 60);
        firm.admin().post("/v1/engagements/" + engagement + "/invoices", "{}").expect(201);
        String fingerprint = firm.admin()
                .post("/v1/engagements/" + engagement + "/invoice-previews", "{}")
                .expect(200)
                .text("/fingerprint");

        firm.admin()
                .post("/v1/time-entries/" + entry + "/approval", "{\"version\": 1}")
                .expect(200);

        firm.admin()
                .post("/v1/engagements/" + engagement + "/invoices", "{\"fingerprint\": \"%s\"}".formatted(fingerprint))
                .problem(409, "preview-outdated");
    }

    @Test
    void a_refusal_names_its_rules_and_stays_as_a_decision() {
        String body = """
            {"client_id": "%s", "currency": "USD", "charges": [{"description": "Travel", "amount": {"amount": "10.00", "currency": "USD"}}]}
            """.formatted(firm.client);

        Reply refused = firm.admin().post("/v1/invoices", body).problem(422, "refused-by-rules");

        String decision = refused.text("/decision_id");
        assertThat(refused.json().at("/violations").isEmpty()).isFalse();
        assertThat(refused.text("/violations/0/rule")).isNotBlank();
        assertThat(firm.as(Role.PLATFORM_OPERATOR)
                        .get("/v1/decisions/" + decision)
                        .expect(200)
                        .text("/outcome"))
                .isEqualTo("refused");
    }

    @Test
    void a_master_admin_overrides_the_missing_engagement_with_a_reason() {
        String body = """
            {"client_id": "%s", "currency": "USD", "override": {"reason": "agreed by phone"},
             "charges": [{"description": "Travel", "amount": {"amount": "10.00", "currency": "USD"}}]}
            """.formatted(firm.client);

        firm.admin().post("/v1/invoices", body).problem(422, "refused-by-rules");
        Reply issued = firm.master().post("/v1/invoices", body).expect(201);

        assertThat(issued.json().at("/overridden").asBoolean()).isTrue();
        assertThat(issued.text("/override_reason")).isEqualTo("agreed by phone");
        assertThat(firm.admin().get("/v1/audit-events").expect(200).body()).contains("override_used");
    }

    @Test
    void expenses_are_a_category_of_their_own_on_the_invoice_and_in_the_books_I2_I7() {
        String body = """
            {"client_id": "%s", "currency": "USD", "override": {"reason": "agreed by phone"}, "charges": [
                {"category": "expense", "description": "Train", "amount": {"amount": "42.10", "currency": "USD"}},
                {"category": "manual", "description": "Setup", "amount": {"amount": "10.00", "currency": "USD"}},
                {"category": "expense", "description": "Court fee", "amount": {"amount": "7.95", "currency": "USD"}}]}
            """.formatted(firm.client);

        Reply issued = firm.master().post("/v1/invoices", body).expect(201);

        assertThat(issued.text("/lines/0/category")).isEqualTo("expense");
        assertThat(issued.text("/totals/expense/amount")).isEqualTo("50.05");
        assertThat(issued.text("/totals/manual/amount")).isEqualTo("10.00");
        assertThat(issued.text("/totals/total/amount")).isEqualTo("60.05");
        String explanation = "/v1/invoices/" + issued.text("/id") + "/explanation";
        assertThat(firm.admin().get(explanation).expect(200).text("/lines/2/justified_by/0/code"))
                .isEqualTo("INV-13");
        assertThat(firm.admin()
                        .get("/v1/reports/revenue?from=2000-01-01&until=2100-01-01")
                        .expect(200)
                        .body())
                .contains("\"category\":\"expense\"", "\"amount\":\"50.05\"")
                .doesNotContain("\"agrees\":false");
    }

    @Test
    void nothing_due_is_a_clear_answer_with_the_day_on_which_something_will_be() {
        String engagement = Bodies.signed(firm, false);
        String invoices = "/v1/engagements/" + engagement + "/invoices";
        while (firm.admin().post(invoices, "{}").status() == 201) {
            assertThat(firm.admin()
                            .get("/v1/invoices?engagement_id=" + engagement)
                            .json()
                            .at("/items")
                            .size())
                    .isLessThan(5);
        }

        Reply preview = firm.admin().post("/v1/engagements/" + engagement + "/invoice-previews", "{}");

        preview.problem(422, "nothing-due");
        assertThat(preview.text("/next_due_on")).isNotBlank();
        firm.admin().post(invoices, "{}").problem(422, "nothing-due");
    }

    @Test
    void lists_go_on_where_their_cursor_says() {
        Bodies.signed(firm, false);
        Bodies.signed(firm, false);
        Bodies.signed(firm, false);

        Reply first = firm.admin().get("/v1/engagements?limit=2").expect(200);
        Reply rest = firm.admin()
                .get("/v1/engagements?limit=2&cursor=" + first.text("/next_cursor"))
                .expect(200);

        assertThat(first.json().at("/items").size()).isEqualTo(2);
        assertThat(rest.json().at("/items").size()).isEqualTo(1);
        assertThat(rest.json().has("next_cursor")).isFalse();
    }

    @Test
    void a_draft_is_not_billed_and_is_not_denied_either_I4() {
        String draft = Bodies.draft(firm, false);

        Reply preview = firm.admin().post("/v1/engagements/" + draft + "/invoice-previews", "{}");
        Reply issue = firm.admin().post("/v1/engagements/" + draft + "/invoices", "{}");

        assertThat(preview.expect(409).text("/code")).isEqualTo("engagement-not-signed");
        assertThat(issue.expect(409).text("/code")).isEqualTo("engagement-not-signed");
    }

    @Test
    void where_nothing_is_due_the_answer_says_what_waits_I4() {
        String engagement = Bodies.signed(firm, false);
        Bodies.submitted(firm, engagement, 50);
        while (firm.admin()
                        .post("/v1/engagements/" + engagement + "/invoices", "{}")
                        .status()
                == 201) {
            // until nothing is due
        }

        Reply nothing = firm.admin().post("/v1/engagements/" + engagement + "/invoice-previews", "{}");

        assertThat(nothing.expect(422).text("/code")).isEqualTo("nothing-due");
        assertThat(nothing.text("/errors/0/code")).isEqualTo("time-waits-for-approval");
        assertThat(nothing.text("/errors/0/detail")).startsWith("1 ");
    }

    @Test
    void lists_take_the_words_that_answers_print_W1() {
        String engagement = Bodies.signed(firm, false);
        Bodies.submitted(firm, engagement, 50);

        Reply submitted = firm.admin().get("/v1/time-entries?state=submitted&engagement_id=" + engagement);

        assertThat(submitted.expect(200).json().at("/items").size()).isEqualTo(1);
        assertThat(submitted.text("/items/0/state")).isEqualTo("submitted");
    }
}
