package feewright.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Quiet;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Superuser;
import feewright.api.fixture.TestFirm;
import feewright.platform.Role;
import java.sql.Connection;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Requirement X3: what is refused leaves a decision, though the rest of its transaction is not kept. */
@ResourceLock(Quiet.DATABASE)
class KeptRefusalTest {

    private static final String ANOTHER = "{\"fingerprint\": \"%s\"}".formatted("f".repeat(64));

    private final TestFirm firm = TestFirm.open();

    @Test
    void issuing_that_the_engine_refuses_leaves_decisions() {
        String draft = Bodies.draft(firm, false);
        String signed = Bodies.signed(firm, false);

        firm.admin().post(invoices(draft), "{}").problem(409, "engagement-not-signed");
        firm.admin().post(invoices(signed), "{\"as_of\": \"2099-01-01\"}").problem(422, "as-of-in-the-future");
        firm.admin().post(invoices(signed), ANOTHER).problem(409, "preview-outdated");
        billAll(signed);

        assertKept("ENGINE-04", "issue_invoice", "engagement/" + draft);
        assertKept("ENGINE-03", "issue_invoice", "engagement/" + signed);
        assertKept("ENGINE-01", "issue_invoice", "engagement/" + signed);
        assertKept("ENGINE-02", "issue_invoice", "engagement/" + signed);
    }

    @Test
    void what_is_not_there_leaves_none() {
        firm.admin().post(invoices(UUID.randomUUID().toString()), "{}").problem(404, "not-found");

        assertThat(firm.admin().get("/v1/decisions").expect(200).json().at("/items"))
                .isEmpty();
    }

    @Test
    void a_second_signature_leaves_a_decision() {
        String signed = Bodies.signed(firm, false);

        firm.admin()
                .post("/v1/engagements/" + signed + "/signature", Bodies.signature())
                .problem(409, "engagement-signed");

        assertKept("ENGINE-05", "sign_engagement", "engagement/" + signed);
    }

    @Test
    void a_review_of_an_old_version_leaves_a_decision() {
        String engagement = Bodies.signed(firm, false);
        String entry = Bodies.submitted(firm, engagement, 60);
        String steps = "/v1/time-entries/" + entry;
        firm.staff().put(steps, "\"1\"", Bodies.time(firm, engagement, 61)).expect(200);

        firm.admin().post(steps + "/approval", "{\"version\": 1}").problem(409, "stale");

        assertKept("ENGINE-06", "approve_time_by_firm", "time_entry/" + entry + "@1");
    }

    @Test
    void an_issue_that_loses_a_race_leaves_a_decision() throws Exception {
        String engagement = Bodies.signed(firm, false);
        String entry = Bodies.submitted(firm, engagement, 60);
        firm.admin()
                .post("/v1/time-entries/" + entry + "/approval", "{\"version\": 1}")
                .expect(200);
        firm.admin().post(invoices(engagement), "{}").expect(201);

        try (Connection other = Superuser.connect();
                Statement edit = other.createStatement();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            other.setAutoCommit(false);
            edit.execute("update time_entry set state = 'draft' where entry_id = '%s'".formatted(entry));
            Future<Reply> issue = thread.submit(() -> firm.admin().post(invoices(engagement), "{}"));
            Superuser.awaitWaitingRequest();
            other.commit();
            issue.get().problem(409, "time-changed");
        }

        assertKept("ENGINE-08", "issue_invoice", "engagement/" + engagement);
    }

    private void billAll(String engagement) {
        Reply reply = firm.admin().post(invoices(engagement), "{}");
        for (int most = 10; reply.status() == 201 && most > 0; most--) {
            reply = firm.admin().post(invoices(engagement), "{}");
        }
        reply.problem(422, "nothing-due");
        assertThat(reply.text("/next_due_on")).isNotBlank();
    }

    /** The platform reads it, too: a decision has no content. */
    private void assertKept(String code, String action, String subject) {
        JsonNode kept = firm.as(Role.PLATFORM_OPERATOR)
                .get("/v1/decisions?outcome=refused&rule=" + code)
                .expect(200)
                .json()
                .at("/items");
        assertThat(kept.size()).as(code).isEqualTo(1);
        JsonNode decision = kept.get(0);
        assertThat(decision.at("/action").asString()).isEqualTo(action);
        assertThat(decision.at("/subject").asString()).isEqualTo(subject);
        assertThat(decision.at("/rule_pack").asString()).hasSize(64);
        assertThat(decision.at("/firings")).isEmpty();
        assertThat(decision.at("/violations/0/rule").asString()).contains(" ");
        assertThat(decision.at("/actor_id").asString())
                .isEqualTo(firm.person(Role.FIRM_ADMIN).toString());
    }

    private static String invoices(String engagement) {
        return "/v1/engagements/" + engagement + "/invoices";
    }
}
