package feewright.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Runs;
import feewright.api.fixture.Server;
import feewright.api.fixture.TestFirm;
import feewright.engine.Ports;
import feewright.firm.TestClock;
import feewright.platform.Actor;
import feewright.platform.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The clock of a test firm: a year in a moment, each day's dues on their day, and never for a live firm. */
class TestClockTest {

    private final TestFirm firm = TestFirm.withClock();

    @Test
    void a_year_with_a_leap_day_is_billed_day_by_day() {
        moved("2027-03-01T12:00:00Z");
        String monthly = signedOn31March2027(true);
        signedOn31March2027(false);

        moved("2028-04-01T12:00:00Z");

        List<JsonNode> invoices = Runs.all(firm.admin(), "/v1/invoices", 5);
        assertThat(invoices)
                .extracting(invoice -> invoice.at("/billing_date").asString())
                .containsExactly(
                        "2028-03-31",
                        "2028-02-29",
                        "2028-01-31",
                        "2027-12-31",
                        "2027-11-30",
                        "2027-10-31",
                        "2027-09-30",
                        "2027-08-31",
                        "2027-07-31",
                        "2027-06-30",
                        "2027-05-31",
                        "2027-04-30",
                        "2027-03-31");
        assertThat(invoices).allSatisfy(invoice -> {
            assertThat(invoice.at("/engagement_id").asString()).isEqualTo(monthly);
            assertThat(invoice.at("/issue_date").asString())
                    .isEqualTo(invoice.at("/billing_date").asString());
        });
        assertThat(Runs.all(firm.admin(), "/v1/billing-runs", 10)).hasSize(13);
        assertThat(firm.admin().get("/v1/test-clock").expect(200).text("/now")).isEqualTo("2028-04-01T12:00:00Z");
    }

    @Test
    void every_endpoint_goes_by_the_clock_of_the_firm() {
        moved("2027-03-01T12:00:00Z");
        String engagement = Bodies.signed(firm, false);
        String later = Bodies.time(firm, engagement, 30).replace("2026-02-04", "2027-02-27");
        String tooLate = Bodies.time(firm, engagement, 30).replace("2026-02-04", "2027-03-03");

        firm.staff().post("/v1/time-entries", later).expect(201);
        firm.staff().post("/v1/time-entries", tooLate).problem(422, "invalid-fields");
        Reply invoice = firm.admin()
                .post("/v1/engagements/" + engagement + "/invoices", "{}")
                .expect(201);
        Reply run = Runs.finished(firm.admin(), "{\"as_of\": \"2027-03-01\"}");

        assertThat(invoice.text("/issue_date")).isEqualTo("2027-03-01");
        assertThat(run.text("/started_at")).isEqualTo("2027-03-01T12:00:00Z");
        assertThat(Runs.all(firm.admin(), "/v1/ready-to-bill", 10)).hasSize(1);
        assertThat(firm.admin().get("/v1/audit-events?limit=1").text("/items/0/at"))
                .startsWith("2027-03-01");
    }

    @Test
    void the_clock_goes_forward_only_and_not_too_far_at_once() {
        moved("2026-06-01T00:00:00Z");

        move("2026-06-01T00:00:00Z").problem(422, "clock-only-forward");
        move("2026-05-01T00:00:00Z").problem(422, "clock-only-forward");
        assertThat(move("2036-01-01T00:00:00Z").problem(422, "invalid-fields").text("/errors/0/code"))
                .isEqualTo("to-too-far");
        firm.master().post("/v1/test-clock", "{}").problem(422, "invalid-fields");
        firm.admin()
                .post("/v1/test-clock", "{\"to\": \"2026-07-01T00:00:00Z\"}")
                .problem(403, "forbidden");
        assertThat(firm.admin().get("/v1/test-clock").text("/now")).isEqualTo("2026-06-01T00:00:00Z");
    }

    @Test
    void a_live_firm_has_no_clock_of_its_own() {
        TestFirm live = TestFirm.open();

        live.master()
                .post("/v1/test-clock", "{\"to\": \"2027-01-01T00:00:00Z\"}")
                .problem(409, "firm-is-live");
        live.master().get("/v1/test-clock").problem(409, "firm-is-live");
        assertThat(firm.master().get("/v1/test-clock").expect(200).text("/now")).isEqualTo("2026-04-10T16:00:00Z");
    }

    @Test
    void a_move_that_was_cut_short_is_gone_on_with_and_bills_nothing_twice() {
        Runs.automatic(firm);
        Ports ports = Server.running().ports();
        Actor scheduler = Actor.scheduler(firm.firm);
        ports.transactions().in(scheduler, () -> {
            ports.firms().keepClock(firm.firm, new TestClock(Server.NOW, Instant.parse("2026-07-01T12:00:00Z")));
            return scheduler;
        });

        Server.running().context.getBean(AdvanceClock.class).arrive(firm.firm);

        assertThat(firm.admin().get("/v1/test-clock").text("/now")).isEqualTo("2026-07-01T12:00:00Z");
        assertThat(Runs.all(firm.admin(), "/v1/invoices", 10))
                .extracting(invoice -> invoice.at("/issue_date").asString())
                .containsExactly("2026-07-01", "2026-06-01", "2026-05-01", "2026-04-10", "2026-04-10", "2026-04-10");
    }

    @Test
    void a_token_is_good_by_the_real_time_whatever_the_clock_of_the_firm_says() {
        moved("2027-03-01T12:00:00Z");

        firm.master().get("/v1/clients").expect(200);
        assertThat(Set.of(Role.FIRM_ADMIN, Role.STAFF))
                .allSatisfy(role -> firm.as(role).get("/v1/engagements").expect(200));
    }

    private Reply move(String to) {
        return firm.master().post("/v1/test-clock", "{\"to\": \"%s\"}".formatted(to));
    }

    private void moved(String to) {
        assertThat(move(to).expect(200).text("/now")).isEqualTo(to);
    }

    /** A monthly fee, anchored on the 31st. */
    private String signedOn31March2027(boolean automatic) {
        String body = Bodies.engagement(firm, false)
                .replace("2026-02-01", "2027-03-31")
                .replace("\"due_in_days\"", "\"auto_issue\": %s, \"due_in_days\"".formatted(automatic));
        String id = firm.admin().post("/v1/engagements", body).expect(201).text("/id");
        firm.admin()
                .post("/v1/engagements/" + id + "/signature", Bodies.signature())
                .expect(201);
        return id;
    }
}
