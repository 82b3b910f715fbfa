package feewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.TestFirm.Caller;
import feewright.firm.Role;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirement T1: another firm's things are indistinguishable from things that do not exist. */
class TenancyTest {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final TestFirm FIRST = TestFirm.open();
    private static final TestFirm SECOND = TestFirm.open();
    private static final Set<String> IDS = idsOfFirst();

    /** Every id that any list of the first firm shows. */
    private static Set<String> idsOfFirst() {
        FIRST.admin()
                .post("/v1/clients/" + FIRST.client + "/projects", "{\"name\": \"P\"}")
                .expect(201);
        String engagement = Bodies.signed(FIRST, false);
        String entry = Bodies.submitted(FIRST, engagement, 60);
        FIRST.admin()
                .post("/v1/time-entries/" + entry + "/approval", "{\"version\": 1}")
                .expect(200);
        FIRST.admin().post("/v1/engagements/" + engagement + "/invoices", "{}").expect(201);
        Runs.automatic(FIRST, "hold_for_person");
        String run = Runs.finished(FIRST.admin(), "{}").text("/id");
        Set<String> ids = new LinkedHashSet<>();
        for (String list : new String[] {
            "/v1/clients",
            "/v1/clients/" + FIRST.client + "/projects",
            "/v1/people",
            "/v1/engagements",
            "/v1/time-entries",
            "/v1/invoices",
            "/v1/billing-runs",
            "/v1/billing-runs/" + run + "/items",
            "/v1/set-aside-engagements",
            "/v1/ready-to-bill",
            "/v1/decisions",
            "/v1/audit-events"
        }) {
            Matcher found = ID.matcher(FIRST.admin().get(list).expect(200).body());
            while (found.find()) {
                ids.add(found.group());
            }
        }
        return ids;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/clients/{id}",
                "GET /v1/clients/{id}/projects",
                "POST /v1/clients/{id}/projects",
                "GET /v1/people/{id}",
                "GET /v1/engagements/{id}",
                "PUT /v1/engagements/{id}",
                "POST /v1/engagements/{id}/signature",
                "POST /v1/engagements/{id}/invoice-previews",
                "POST /v1/engagements/{id}/invoices",
                "GET /v1/time-entries/{id}",
                "PUT /v1/time-entries/{id}",
                "POST /v1/time-entries/{id}/submission",
                "POST /v1/time-entries/{id}/approval",
                "POST /v1/time-entries/{id}/rejection",
                "GET /v1/invoices/{id}",
                "GET /v1/invoices/{id}/explanation",
                "GET /v1/billing-runs/{id}",
                "GET /v1/billing-runs/{id}/items",
                "GET /v1/decisions/{id}"
            })
    void an_id_of_another_firm_answers_like_one_that_never_was(String endpoint) {
        String never = UUID.randomUUID().toString();

        Reply expected = call(endpoint, never).problem(404, "not-found");

        assertThat(IDS).hasSizeGreaterThan(12);
        for (String id : IDS) {
            Reply reply = call(endpoint, id);
            assertThat(reply.body()).as("%s with %s", endpoint, id).isEqualTo(expected.body());
            assertThat(reply.status()).isEqualTo(expected.status());
        }
    }

    @Test
    void ids_of_another_firm_in_a_body_are_unknown() {
        String engagement = Bodies.signed(SECOND, false);
        for (String id : IDS) {
            SECOND.admin()
                    .post("/v1/engagements", Bodies.engagement(SECOND, false).replace(SECOND.client.toString(), id))
                    .problem(422, "invalid-fields");
            SECOND.admin().post("/v1/time-entries", Bodies.time(SECOND, id, 10)).problem(422, "invalid-fields");
            SECOND.admin()
                    .post(
                            "/v1/time-entries",
                            Bodies.time(SECOND, engagement, 10)
                                    .replace(SECOND.person(Role.STAFF).toString(), id))
                    .problem(422, "invalid-fields");
            SECOND.admin()
                    .post(
                            "/v1/time-entries",
                            Bodies.time(SECOND, engagement, 10)
                                    .replace("\"minutes\"", "\"project_id\": \"" + id + "\", \"minutes\""))
                    .problem(422, "invalid-fields");
            SECOND.master()
                    .post("/v1/invoice-previews", "{\"client_id\": \"%s\", \"currency\": \"USD\"}".formatted(id))
                    .problem(404, "not-found");
            SECOND.admin()
                    .post("/v1/billing-runs", "{\"engagement_id\": \"%s\"}".formatted(id))
                    .problem(404, "not-found");
            assertThat(SECOND.admin()
                            .post(
                                    "/v1/time-entries/approvals",
                                    "{\"entries\": [{\"id\": \"%s\", \"version\": 1}]}".formatted(id))
                            .expect(200)
                            .text("/results/0/outcome"))
                    .isEqualTo("not-found");
        }
    }

    @Test
    void lists_and_filters_show_nothing_of_another_firm() {
        for (String list : new String[] {
            "/v1/clients",
            "/v1/people",
            "/v1/engagements",
            "/v1/time-entries",
            "/v1/invoices",
            "/v1/billing-runs",
            "/v1/set-aside-engagements",
            "/v1/ready-to-bill",
            "/v1/decisions",
            "/v1/audit-events",
            "/v1/invoices?client_id=" + FIRST.client,
            "/v1/engagements?client_id=" + FIRST.client,
            "/v1/decisions?subject=client/" + FIRST.client
        }) {
            String body = SECOND.admin().get(list).expect(200).body();
            IDS.forEach(id -> assertThat(body).as(list).doesNotContain(id));
        }
    }

    private static Reply call(String endpoint, String id) {
        String path = endpoint.substring(endpoint.indexOf(' ') + 1).replace("{id}", id);
        Caller admin = SECOND.admin();
        if (endpoint.startsWith("GET")) {
            return admin.get(path);
        }
        if (endpoint.startsWith("PUT")) {
            return admin.put(
                    path,
                    "\"1\"",
                    path.contains("engagements")
                            ? "{\"terms\": " + Bodies.mixedTerms(false) + "}"
                            : Bodies.time(SECOND, UUID.randomUUID().toString(), 5));
        }
        return admin.post(path, body(path));
    }

    private static String body(String path) {
        if (path.endsWith("/projects")) {
            return "{\"name\": \"P\"}";
        }
        if (path.endsWith("/signature")) {
            return Bodies.signature();
        }
        if (path.endsWith("/rejection")) {
            return "{\"version\": 1, \"reason\": \"no\"}";
        }
        return path.contains("time-entries") ? "{\"version\": 1}" : "{}";
    }
}
