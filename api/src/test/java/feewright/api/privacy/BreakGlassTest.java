package feewright.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feewright.api.fixture.Archives;
import feewright.api.fixture.BusyClient;
import feewright.api.fixture.Quiet;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Server;
import feewright.api.fixture.Superuser;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.engine.Ports;
import feewright.platform.Actor;
import feewright.platform.BreakGlassSessionEnded;
import feewright.platform.BreakGlassSessionId;
import feewright.platform.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Requirement T2: content is read from outside the firm in an open session only, and the firm sees each look at it. */
@ResourceLock(Quiet.DATABASE)
class BreakGlassTest {

    private static final String SESSIONS = "/v1/break-glass-sessions";
    private static final String REASON = "{\"reason\": \"The client complains\", \"minutes\": 30}";
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestFirm firm = TestFirm.open();

    @Test
    void an_operator_reads_content_in_a_session_and_the_firm_sees_who_read_what_and_why_T4() {
        String session = firm.operator().post(SESSIONS, REASON).expect(201).text("/id");
        String client = "/v1/clients/" + firm.client;

        Reply read = firm.operator().within(session).get(client).expect(200);

        assertThat(read.text("/name")).isEqualTo("Acme");
        Reply seen = firm.admin().get(SESSIONS + "/" + session).expect(200);
        assertThat(seen.text("/reason")).isEqualTo("The client complains");
        assertThat(seen.text("/state")).isEqualTo("active");
        assertThat(seen.text("/expires_at"))
                .isEqualTo(Server.NOW.plus(Duration.ofMinutes(30)).toString());
        JsonNode access = firm.admin()
                .get(SESSIONS + "/" + session + "/accesses")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(access.at("/route").asString()).isEqualTo("/v1/clients/{id}");
        assertThat(access.at("/target_id").asString()).isEqualTo(firm.client.toString());
        assertThat(actions(firm.master())).startsWith("break_glass_used", "break_glass_opened");
        assertThat(firm.master().get("/v1/audit-events").expect(200).body())
                .contains("/v1/clients/{id}", session)
                .doesNotContain("complains");
    }

    @Test
    void without_a_session_nothing_can_be_read() {
        firm.operator().get("/v1/clients").problem(403, "break-glass-session-missing");
        firm.operator().within("none").get("/v1/clients").problem(403, "break-glass-session-over");
        firm.operator()
                .within(UUID.randomUUID().toString())
                .get("/v1/clients")
                .problem(403, "break-glass-session-over");
        firm.operator().get("/v1/rule-packs").problem(403, "break-glass-session-missing");
    }

    @Test
    void a_session_is_of_one_firm_and_one_operator_T1() {
        TestFirm other = TestFirm.open();
        String session = firm.opened(HOUR, Duration.ZERO);

        new Caller(firm.server, firm.token(Role.BREAK_GLASS_OPERATOR), other.firm.toString(), session)
                .get("/v1/clients")
                .problem(403, "break-glass-session-over");
        new Caller(firm.server, other.token(Role.BREAK_GLASS_OPERATOR), firm.firm.toString(), session)
                .get("/v1/clients")
                .problem(403, "break-glass-session-over");
        assertThat(firm.operator()
                        .within(session)
                        .get("/v1/clients")
                        .expect(200)
                        .body())
                .contains("Acme")
                .doesNotContain(other.client.toString());
        firm.operator().within(session).get("/v1/clients/" + other.client).problem(404, "not-found");
        other.admin().get(SESSIONS + "/" + session).problem(404, "not-found");
    }

    @Test
    void a_session_is_over_at_its_limit_and_not_before() {
        String atTheLimit = firm.opened(HOUR, HOUR);
        String justBefore = firm.opened(HOUR, HOUR.minusNanos(1000));

        firm.operator().within(atTheLimit).get("/v1/clients").problem(403, "break-glass-session-over");
        firm.operator().within(justBefore).get("/v1/clients").expect(200);
        assertThat(firm.admin().get(SESSIONS + "/" + atTheLimit).expect(200).text("/state"))
                .isEqualTo("expired");
        assertThat(firm.admin()
                        .get(SESSIONS + "/" + atTheLimit + "/accesses")
                        .expect(200)
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void a_session_has_a_reason_and_a_limit_within_the_configured_one() {
        firm.operator().post(SESSIONS, "{}").problem(422, "invalid-fields");
        firm.operator().post(SESSIONS, "{\"reason\": \" \", \"minutes\": 30}").problem(422, "invalid-fields");
        firm.operator()
                .post(SESSIONS, "{\"reason\": \"Why\", \"minutes\": 241}")
                .problem(422, "invalid-fields");
        firm.operator().post(SESSIONS, "{\"reason\": \"Why\", \"minutes\": 0}").problem(422, "invalid-fields");
        firm.operator()
                .post(SESSIONS, "{\"reason\": \"Why\", \"minutes\": 240}")
                .expect(201);
    }

    @Test
    void opening_again_under_the_same_key_opens_nothing_more() {
        String first =
                firm.operator().post(SESSIONS, REASON, "same").expect(201).body();

        assertThat(firm.operator().post(SESSIONS, REASON, "same").expect(201).body())
                .isEqualTo(first);
        assertThat(firm.admin().get(SESSIONS).expect(200).json().at("/items").size())
                .isEqualTo(1);
    }

    @Test
    void the_firm_closes_a_session_and_so_does_its_operator() {
        String one = firm.opened(HOUR, Duration.ZERO);
        String two = firm.opened(HOUR, Duration.ZERO);

        firm.admin().post(SESSIONS + "/" + one + "/closure", "{}").expect(200);
        firm.operator().post(SESSIONS + "/" + two + "/closure", "{}").expect(200);

        firm.operator().within(one).get("/v1/clients").problem(403, "break-glass-session-over");
        firm.operator().within(two).get("/v1/clients").problem(403, "break-glass-session-over");
        firm.admin().post(SESSIONS + "/" + one + "/closure", "{}").problem(409, "state-conflict");
        assertThat(firm.admin().get(SESSIONS + "/" + one).expect(200).text("/closed_by"))
                .isEqualTo(firm.person(Role.FIRM_ADMIN).toString());
        assertThat(actions(firm.master())).startsWith("break_glass_closed", "break_glass_closed");
        TestFirm other = TestFirm.open();
        other.operator().post(SESSIONS + "/" + two + "/closure", "{}").problem(404, "not-found");
    }

    @Test
    void a_session_shows_what_the_admins_of_the_firm_see() {
        BusyClient client = BusyClient.of(firm, "Einsicht");
        Caller inside = firm.as(Role.BREAK_GLASS_OPERATOR);

        for (String path : List.of(
                "/v1/clients/" + client.id,
                "/v1/clients/" + client.id + "/projects",
                "/v1/clients/" + client.id + "/statement?from=2026-01-01&until=2027-01-01",
                "/v1/clients/" + client.id + "/credits",
                "/v1/engagements/" + client.engagement,
                "/v1/time-entries?engagement_id=" + client.engagement,
                "/v1/invoices/" + client.mixed,
                "/v1/invoices/" + client.mixed + "/explanation",
                "/v1/invoices/" + client.mixed + "/timeline",
                "/v1/invoices/" + client.mixed + "/collection",
                "/v1/disputes/" + client.dispute,
                "/v1/reports/receivables-ageing?as_of=2026-04-10",
                "/v1/journal-entries")) {
            assertThat(inside.get(path).expect(200).body())
                    .as(path)
                    .isEqualTo(firm.admin().get(path).expect(200).body());
        }
        assertThat(Archives.taken(inside, "/v1/disputes/" + client.dispute + "/evidence-pack"))
                .isEqualTo(Archives.taken(firm.admin(), "/v1/disputes/" + client.dispute + "/evidence-pack"));
    }

    @Test
    void nothing_can_be_written_in_a_session() {
        Caller inside = firm.as(Role.BREAK_GLASS_OPERATOR);

        inside.post("/v1/clients", "{\"name\": \"B\"}").problem(403, "forbidden");
        inside.put("/v1/clients/" + firm.client + "/autopay", null, "{\"enabled\": true}")
                .problem(403, "forbidden");
        inside.post("/v1/billing-runs", "{}").problem(403, "forbidden");
        inside.get(SESSIONS).problem(403, "forbidden");
    }

    @Test
    void a_request_under_way_when_the_session_is_closed_is_answered_with_nothing() throws Exception {
        String session = firm.opened(HOUR, Duration.ZERO);
        try (Connection holder = Superuser.connect();
                Statement statement = holder.createStatement();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            holder.setAutoCommit(false);
            statement.execute("lock table break_glass_access in access exclusive mode");
            Future<Reply> reading =
                    thread.submit(() -> firm.operator().within(session).get("/v1/clients"));
            Superuser.awaitWaitingRequest();
            firm.admin().post(SESSIONS + "/" + session + "/closure", "{}").expect(200);
            holder.rollback();

            reading.get().problem(403, "break-glass-session-over");
        }
    }

    @Test
    void storage_shows_a_closed_session_nothing_and_lets_an_open_one_write_nothing() {
        Ports ports = firm.server.ports();
        String session = firm.opened(HOUR, Duration.ZERO);
        Actor outside =
                new Actor(firm.firm, firm.person(Role.BREAK_GLASS_OPERATOR), Set.of(Role.BREAK_GLASS_OPERATOR), null);
        Actor inside = outside.within(new BreakGlassSessionId(UUID.fromString(session)));

        assertThat(names(ports, inside)).isEqualTo(1);
        assertThat(names(ports, outside)).isZero();
        assertThatThrownBy(() -> ports.transactions().in(inside, () -> session))
                .isInstanceOf(IllegalStateException.class);
        firm.admin().post(SESSIONS + "/" + session + "/closure", "{}").expect(200);
        assertThatThrownBy(() -> names(ports, inside)).isInstanceOf(BreakGlassSessionEnded.class);
    }

    @Test
    void row_level_security_alone_hides_content_from_a_session_that_does_not_stand() throws SQLException {
        String session = firm.opened(HOUR, Duration.ZERO);
        firm.admin().post(SESSIONS + "/" + session + "/closure", "{}").expect(200);

        for (String table : List.of("customer_text", "processor_event_body", "idempotency_response")) {
            assertThat(Superuser.ask(
                            "select count(*) from " + table,
                            "set feewright.firm_id = '%s'".formatted(firm.firm),
                            "set feewright.session_id = '%s'".formatted(session),
                            "set role feewright_app"))
                    .as(table)
                    .containsExactly("0");
        }
    }

    private int names(Ports ports, Actor actor) {
        return ports.transactions()
                .reading(actor, () -> ports.customerTexts().of(firm.firm, List.of(firm.client.value())))
                .size();
    }

    private static List<String> actions(Caller caller) {
        return caller.get("/v1/audit-events")
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/action").asString())
                .toList();
    }
}
