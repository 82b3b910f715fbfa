package feewright.api.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.platform.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Ending, pausing, resuming and renewing over HTTP, under the core rules (requirements R1 to R3, W3). */
class RenewalTest {

    private final TestFirm firm = TestFirm.open();
    private final Caller admin = firm.admin();
    private final String engagement = Bodies.signed(firm, false);
    private final String path = "/v1/engagements/" + engagement;

    @Test
    void an_early_renewal_credits_what_was_billed_in_advance_and_shows_its_history_to_its_client_R1_R3() {
        String april = billed(3).getLast();
        String document = admin.get("/v1/invoices/" + billed(0, "2026-02-01")).body();

        admin.post(path + "/renewal", renewal("2026-04-06", "")).problem(422, "billed-in-advance");
        Reply done = admin.post(path + "/renewal", renewal("2026-04-06", ", \"billed_in_advance\": \"credit\""))
                .expect(201);

        String successor = done.text("/engagement/id");
        assertThat(done.json().at("/version").asInt()).isEqualTo(2);
        assertThat(done.text("/renews/ended_on")).isEqualTo("2026-04-06");
        assertThat(done.text("/renews/terms/package/fee/amount")).isEqualTo("1000.00");
        assertThat(done.text("/engagement/terms/start")).isEqualTo("2026-04-06");
        assertThat(admin.get("/v1/credit-notes?invoice_id=" + april).text("/items/0/journal_entry/amount/amount"))
                .isEqualTo("833.33");
        assertThat(admin.get("/v1/invoices/" + billed(0, "2026-02-01")).body()).isEqualTo(document);
        Reply history =
                firm.portal().get("/v1/engagements/" + successor + "/renewals").expect(200);
        assertThat(history.json().at("/versions")).hasSize(2);
        assertThat(history.text("/versions/0/end")).isEqualTo("2026-04-06");
        assertThat(history.json().at("/versions/0/invoices")).hasSize(3);
        assertThat(history.text("/versions/1/renews")).isEqualTo(engagement);
        assertThat(admin.get("/v1/audit-events").body())
                .contains("engagement_renewed", "engagement_ended", "engagement_signed");
        assertThat(admin.get("/v1/reports/reconciliation").json().at("/clean").asBoolean())
                .isTrue();
    }

    @Test
    void what_was_worked_before_the_hand_over_bills_under_the_old_terms_and_what_came_after_under_the_new_R1() {
        billed(3);
        admin.post(path + "/renewal", renewal("2026-04-06", ", \"billed_in_advance\": \"credit\""))
                .expect(201);
        String successor = admin.get(path + "/renewals").text("/versions/1/engagement_id");

        approved(engagement, "2026-04-05");
        firm.staff().post("/v1/time-entries", time(engagement, "2026-04-06")).problem(422, "invalid-fields");
        firm.staff().post("/v1/time-entries", time(successor, "2026-04-05")).problem(422, "invalid-fields");
        approved(successor, "2026-04-06");

        Reply old = admin.post(path + "/invoices", "{}").expect(201);
        Reply fresh =
                admin.post("/v1/engagements/" + successor + "/invoices", "{}").expect(201);
        assertThat(old.text("/totals/total/amount")).isEqualTo("120.00");
        assertThat(fresh.text("/totals/total/amount")).isEqualTo("1500.00");
        admin.post(path + "/invoices", "{}").problem(422, "nothing-due");
    }

    @Test
    void two_renewals_at_once_give_one_R1() throws Exception {
        List<Callable<Reply>> both = new ArrayList<>();
        for (int racer = 0; racer < 4; racer++) {
            both.add(() -> admin.post(path + "/renewal", renewal("2026-03-01", "")));
        }

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Reply> reply : threads.invokeAll(both)) {
                statuses.add(reply.get().status());
            }
        }

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 422);
        assertThat(admin.get(path + "/renewals").json().at("/versions")).hasSize(2);
        String key = UUID.randomUUID().toString();
        Reply refused =
                admin.post(path + "/renewal", renewal("2026-03-01", ""), key).problem(422, "refused-by-rules");
        assertThat(refused.body()).contains("ENG-18");
    }

    @Test
    void an_ending_needs_no_time_after_it_and_happens_once_R1() {
        approved(engagement, "2026-03-20");
        Reply late = admin.post(path + "/ending", "{\"ended_on\": \"2026-03-20\", \"reason_code\": \"completed\"}")
                .problem(422, "refused-by-rules");
        assertThat(late.body()).contains("ENG-09");

        Reply done = admin.post(
                        path + "/ending",
                        "{\"ended_on\": \"2026-03-21\", \"reason_code\": \"completed\", \"reason\": \"Canary\"}")
                .expect(201);
        Reply again = admin.post(path + "/ending", "{\"ended_on\": \"2026-03-25\", \"reason_code\": \"other\"}");

        assertThat(done.text("/ended_on")).isEqualTo("2026-03-21");
        assertThat(again.problem(422, "refused-by-rules").body()).contains("ENG-07");
        assertThat(admin.get("/v1/audit-events").body())
                .contains("engagement_ended")
                .doesNotContain("Canary");
        List<String> invoices = billed(2);
        assertThat(admin.get("/v1/invoices/" + invoices.getLast()).text("/totals/package/amount"))
                .isEqualTo("645.16");
    }

    @Test
    void a_pause_stops_the_fee_and_time_and_is_resumed_once_C2() {
        String entry = Bodies.submitted(firm, engagement, 60);
        admin.post(path + "/pauses", "{\"first_day\": \"2026-02-03\"}").expect(201);
        admin.post(path + "/pauses", "{\"first_day\": \"2026-02-13\"}").problem(422, "refused-by-rules");
        Reply refused = admin.post("/v1/time-entries/" + entry + "/approval", "{\"version\": 1}")
                .problem(422, "refused-by-rules");
        assertThat(refused.body()).contains("TIME-15");
        firm.staff().post("/v1/time-entries", time(engagement, "2026-02-04")).problem(422, "invalid-fields");

        Reply resumed = admin.post(path + "/pauses/1/resumption", "{\"resumed_on\": \"2026-03-22\"}")
                .expect(201);

        assertThat(resumed.text("/pauses/0/first_day")).isEqualTo("2026-02-03");
        assertThat(resumed.text("/pauses/0/resumed_on")).isEqualTo("2026-03-22");
        admin.post(path + "/pauses/1/resumption", "{\"resumed_on\": \"2026-03-23\"}")
                .problem(422, "refused-by-rules");
        admin.post(path + "/pauses/2/resumption", "{\"resumed_on\": \"2026-03-23\"}")
                .problem(404, "not-found");
        List<String> totals = billed(3).stream()
                .map(invoice -> admin.get("/v1/invoices/" + invoice).text("/totals/package/amount"))
                .toList();
        assertThat(totals).containsExactly("71.43", "322.58", "1000.00");
        assertThat(admin.get("/v1/reports/reconciliation").json().at("/clean").asBoolean())
                .isTrue();
    }

    @Test
    void bad_input_and_others_get_a_clear_answer_W3() {
        String draft = Bodies.draft(firm, false);
        TestFirm other = TestFirm.open();
        String ending = "{\"ended_on\": \"2026-03-20\", \"reason_code\": \"completed\"}";

        admin.post(path + "/ending", "{}").problem(422, "invalid-fields");
        admin.post(path + "/ending", "{\"ended_on\": \"2026-03-20\", \"reason_code\": \"renewed\"}")
                .problem(422, "invalid-fields");
        admin.post(path + "/pauses", "{\"first_day\": \"2026-03-20\", \"billed_in_advance\": \"keep\"}")
                .problem(422, "invalid-fields");
        admin.post(path + "/renewal", "{\"effective_on\": \"2026-03-20\"}").problem(422, "invalid-fields");
        admin.post(path + "/renewal", renewal("2026-02-01", "")).problem(422, "refused-by-rules");
        admin.post("/v1/engagements/" + draft + "/ending", ending).problem(409, "engagement-not-signed");
        other.admin().post(path + "/ending", ending).problem(404, "not-found");
        other.portal().get(path + "/renewals").problem(404, "not-found");
        firm.staff().post(path + "/ending", ending).problem(403, "forbidden");
        firm.as(Role.PLATFORM_OPERATOR).get(path + "/renewals").expect(200);
        assertThat(firm.portal().get(path + "/renewals").expect(200).json().at("/versions"))
                .hasSize(1);
        firm.portal().get("/v1/engagements/" + draft + "/renewals").problem(404, "not-found");
    }

    private String renewal(String handOver, String more) {
        String terms = Bodies.mixedTerms(false)
                .replace("\"start\": \"2026-02-01\"", "\"start\": \"" + handOver + "\"")
                .replace("1000.00", "1500.00")
                .replace("120.00", "140.00");
        return "{\"effective_on\": \"%s\", \"terms\": %s, \"signature\": %s%s}"
                .formatted(handOver, terms, Bodies.signature(), more);
    }

    /** The ids of so many invoices of what is due, oldest first. */
    private List<String> billed(int count) {
        List<String> ids = new ArrayList<>();
        for (int invoice = 0; invoice < count; invoice++) {
            ids.add(admin.post(path + "/invoices", "{}").expect(201).text("/id"));
        }
        return ids;
    }

    /** The id of the invoice that billed a day. */
    private String billed(int place, String billing) {
        List<String> found = new ArrayList<>();
        admin.get("/v1/invoices?engagement_id=" + engagement)
                .json()
                .at("/items")
                .forEach(item -> {
                    if (item.at("/billing_date").asString().equals(billing)) {
                        found.add(item.at("/id").asString());
                    }
                });
        return found.get(place);
    }

    private void approved(String of, String day) {
        String id =
                firm.staff().post("/v1/time-entries", time(of, day)).expect(201).text("/id");
        firm.staff()
                .post("/v1/time-entries/" + id + "/submission", "{\"version\": 1}")
                .expect(200);
        admin.post("/v1/time-entries/" + id + "/approval", "{\"version\": 1}").expect(200);
    }

    private String time(String of, String day) {
        return Bodies.time(firm, of, 60).replace("2026-02-04", day);
    }
}
