package feewright.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.BusyClient;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Runs;
import feewright.api.fixture.TestFirm;
import feewright.api.fuzz.FuzzRequests.Sent;
import feewright.fixture.Seed;
import feewright.platform.Role;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/**
 * Requirements W3 and W6: thousands of requests made from the OpenAPI document, by all roles, with values that fit, nearly fit or are
 * hostile. None gives a 5xx, every refusal is a problem and changes nothing, nor does a look, and no role does what it may not. For longer:
 * {@code -Dfeewright.test.requests=100000}, and with another {@code -Dfeewright.test.seed=…}, which is printed.
 */
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("feewright.test.requests", 3_000);
    private static final long SEED = Seed.of(FuzzTest.class, 20_260_410);
    private static final int MOST_SHOWN = 20;
    private static final int LONGEST_SHOWN = 600;
    private static final String RUNS = "/v1/billing-runs";

    /** They take a tenth of a second and more, and have tests of their own. */
    private static final List<String> SLOW = List.of("/v1/export", "/v1/reports/what-if", "/v1/rule-packs/reload");

    @Test
    void no_request_breaks_the_server_and_no_refusal_changes_anything() throws SQLException {
        TestFirm firm = TestFirm.open();
        BusyClient.of(firm, "Fuzzed");
        EnumSet.complementOf(EnumSet.of(Role.SCHEDULER)).forEach(firm::as);
        Random random = new Random(SEED);
        System.out.println("fuzzing: -Dfeewright.test.requests=" + REQUESTS);
        JsonNode document = firm.server
                .send(firm.server.request("/v1/openapi").GET())
                .expect(200)
                .json();
        FuzzValues values = new FuzzValues(document, random);
        List<FuzzOperation> operations = FuzzOperation.all(document);
        learn(firm, operations, values);
        values.learn("foreign", foreign());
        FuzzRequests requests = new FuzzRequests(firm, values);
        List<String> faults = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        try (FuzzState state = new FuzzState(firm.firm.toString())) {
            for (int i = 0; i < REQUESTS; i++) {
                FuzzOperation operation = values.any(operations);
                if (SLOW.contains(operation.endpoint().pattern()) && !values.chance(0.05)) {
                    continue;
                }
                Sent sent = requests.next(operation);
                Reply reply = firm.server.send(sent.request());
                statuses.merge(reply.status(), 1, Integer::sum);
                @Nullable String fault = fault(sent, reply, state);
                if (fault != null) {
                    faults.add("request %d, %s; answered %d %s; %s"
                            .formatted(i, shown(sent.toString()), reply.status(), shown(reply.body()), fault));
                }
                if (reply.status() < 300) {
                    learn(values, operation, reply);
                    settle(firm, sent, reply);
                    state.move();
                }
            }
        }
        System.out.println("fuzzed: " + statuses);
        assertThat(faults.stream().limit(MOST_SHOWN)).isEmpty();
        assertThat(statuses).as("requests of every kind").containsKeys(200, 201, 400, 403, 404, 409, 415, 422);
    }

    /** What is wrong with the answer; null where nothing is. */
    private static @Nullable String fault(Sent sent, Reply reply, FuzzState state) throws SQLException {
        if (reply.status() >= 500) {
            return "a failure of the server";
        }
        if (reply.status() < 400 && !sent.isAllowed()) {
            return "done for somebody who may not";
        }
        if (reply.status() < 400) {
            return sent.endpoint().method().equals(HttpMethod.GET) ? change(true, state) : null;
        }
        if (!reply.header("Content-Type").startsWith("application/problem+json")
                || reply.json().path("status").asInt(0) != reply.status()
                || reply.text("/code").isEmpty()
                || reply.body().contains("Exception")) {
            return "no problem as it should be";
        }
        return change(sent.role() == Role.BREAK_GLASS_OPERATOR, state);
    }

    /** What has changed though nothing should; null where nothing has. Some looks are audited, and all of break-glass. */
    private static @Nullable String change(boolean isAudited, FuzzState state) throws SQLException {
        List<String> changed = state.changed().stream()
                .filter(row -> !isAudited || !row.startsWith("audit_event "))
                .toList();
        return changed.isEmpty() ? null : "changed " + changed;
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_SHOWN)).replaceAll("[^ -~]", ".");
    }

    /** A run goes on after its answer. */
    private static void settle(TestFirm firm, Sent sent, Reply reply) {
        if (reply.status() == 202 && sent.endpoint().pattern().equals(RUNS)) {
            Runs.finished(firm.admin(), reply);
        }
    }

    /** Somebody else's engagement. */
    private static JsonNode foreign() {
        TestFirm other = TestFirm.open();
        return other.admin()
                .get("/v1/engagements/" + Bodies.signed(other, false))
                .json();
    }

    /** What lists show to begin with. */
    private static void learn(TestFirm firm, List<FuzzOperation> operations, FuzzValues values) {
        for (FuzzOperation operation : operations) {
            String pattern = operation.endpoint().pattern();
            if (operation.endpoint().method().name().equals("GET")
                    && !pattern.contains("{")
                    && !SLOW.contains(pattern)) {
                Reply reply = firm.master().get(pattern);
                if (reply.status() == 200) {
                    learn(values, operation, reply);
                }
            }
        }
    }

    private static void learn(FuzzValues values, FuzzOperation operation, Reply reply) {
        if (reply.header("Content-Type").startsWith("application/json")) {
            values.learn(operation.endpoint().pattern().split("/", -1)[2], reply.json());
        }
    }
}
