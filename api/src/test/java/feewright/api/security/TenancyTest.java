package feewright.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.attempt.Collector;
import feewright.api.fixture.Bodies;
import feewright.api.fixture.BusyClient;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Runs;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.api.fixture.Things;
import feewright.api.fixture.ValidBodies;
import feewright.api.fixture.Waiting;
import feewright.api.security.AccessTable.Endpoint;
import feewright.platform.Role;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;

/**
 * Requirement T1: another firm's things are indistinguishable from things that do not exist, at every endpoint of the access table and for
 * every role that may call it.
 */
class TenancyTest {

    /** Of each kind of thing, so many are tried. */
    private static final int TRIED = 4;

    private static final String UUIDS = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final TestFirm FIRST = filled();
    private static final TestFirm SECOND = filled();
    private static final Things THINGS = Things.of(FIRST);
    private static final Things OWN = Things.of(SECOND);
    private static final ValidBodies BODIES = ValidBodies.described(SECOND.server);

    /** A firm that has something of everything that addresses name. */
    private static TestFirm filled() {
        TestFirm firm = TestFirm.open();
        Caller admin = firm.admin();
        admin.post("/v1/webhook-endpoints", "{\"url\": \"https://example.com/hook\"}")
                .expect(201);
        BusyClient.of(firm, "W" + firm.firm.toString().replace("-", ""));
        Bodies.draft(firm, false);
        Bodies.submitted(firm, Bodies.signed(firm, true), 60);
        Runs.automatic(firm, "leave_to_person");
        Runs.finished(admin, "{}");
        firm.opened(Duration.ofHours(1), Duration.ZERO);
        purged(firm);
        suspended(firm);
        return firm;
    }

    /** An inquiry takes no money, so what one took is in suspense. */
    private static void suspended(TestFirm firm) {
        Caller admin = firm.admin();
        String payment = admin.get("/v1/disputes").expect(200).text("/items/0/payment_id");
        admin.post("/v1/payments/" + payment + "/simulated-dispute-events", """
            {"dispute": "asks", "kind": "opened", "status": "inquiry_needs_response",
             "claimed": {"amount": "1.00", "currency": "USD"}, "withdrawn": {"amount": "1.00", "currency": "USD"}}
            """).expect(202);
        firm.server.context.getBean(Collector.class).collect(firm.firm);
        Waiting.until(() ->
                !admin.get("/v1/suspense-items").expect(200).text("/items/0/id").isEmpty());
    }

    private static void purged(TestFirm firm) {
        String client = firm.admin()
                .post("/v1/clients", "{\"name\": \"Gone\"}")
                .expect(201)
                .text("/id");
        String confirmation = firm.master()
                .post("/v1/purge-previews", "{\"client_id\": \"%s\"}".formatted(client))
                .expect(200)
                .text("/confirmation");
        firm.master()
                .post(
                        "/v1/purges",
                        "{\"client_id\": \"%s\", \"reason\": \"Asked\", \"confirmation\": \"%s\"}"
                                .formatted(client, confirmation))
                .expect(201);
    }

    static Stream<Endpoint> endpoints_with_an_id() {
        return Stream.of(Role.FIRM_MASTER_ADMIN, Role.BREAK_GLASS_OPERATOR)
                .flatMap(Things::endpoints)
                .filter(endpoint -> endpoint.pattern().contains("{id}"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("endpoints_with_an_id")
    void an_id_of_another_firm_answers_like_one_that_never_was(Endpoint endpoint) {
        Set<String> ids = THINGS.named(endpoint.pattern());

        assertThat(ids).as("things of the other firm").isNotEmpty();
        for (Role role : roles(endpoint)) {
            Reply expected = call(endpoint, role, UUID.randomUUID().toString(), BODIES.of(endpoint));
            expected.problem(404, "not-found");
            ids.stream().limit(TRIED).forEach(id -> {
                Reply reply = call(endpoint, role, id, BODIES.of(endpoint));
                assertThat(reply.body())
                        .as("%s as %s with %s", endpoint, role, id)
                        .isEqualTo(expected.body());
                assertThat(reply.status()).isEqualTo(expected.status());
            });
        }
    }

    static Stream<Endpoint> endpoints_that_name_things_in_bodies() {
        return Things.endpoints(Role.FIRM_MASTER_ADMIN)
                .filter(endpoint -> !BODIES.namesOfThings(endpoint).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("endpoints_that_name_things_in_bodies")
    void ids_of_another_firm_in_a_body_are_unknown(Endpoint endpoint) {
        String own = endpoint.pattern().contains("{id}")
                ? OWN.named(endpoint.pattern()).iterator().next()
                : "";
        for (String field : BODIES.namesOfThings(endpoint)) {
            Reply expected = call(
                    endpoint,
                    Role.FIRM_MASTER_ADMIN,
                    own,
                    BODIES.with(endpoint, field, UUID.randomUUID().toString()));
            assertThat(expected.status()).as(expected.body()).isBetween(400, 499);
            for (String id : some()) {
                Reply reply = call(endpoint, Role.FIRM_MASTER_ADMIN, own, BODIES.with(endpoint, field, id));
                assertThat(reply.body().replaceAll(UUIDS, "#"))
                        .as("%s with %s %s", endpoint, field, id)
                        .isEqualTo(expected.body().replaceAll(UUIDS, "#"));
                assertThat(reply.status()).isEqualTo(expected.status());
            }
        }
    }

    @Test
    void time_is_not_logged_for_anything_of_another_firm() {
        String engagement = Bodies.signed(SECOND, false);
        String note = Bodies.time(SECOND, engagement, 10);
        SECOND.admin().post("/v1/time-entries", note).expect(201);
        for (String id : some()) {
            for (String other : List.of(
                    note.replace(engagement, id),
                    note.replace(SECOND.person(Role.STAFF).toString(), id),
                    note.replace("\"minutes\"", "\"project_id\": \"" + id + "\", \"minutes\""))) {
                SECOND.admin().post("/v1/time-entries", other).problem(422, "invalid-fields");
            }
        }
    }

    @Test
    void an_entry_of_another_firm_is_not_found_among_many() {
        for (String id : some()) {
            assertThat(SECOND.admin()
                            .post(
                                    "/v1/time-entries/approvals",
                                    "{\"entries\": [{\"id\": \"%s\", \"version\": 1}]}".formatted(id))
                            .expect(200)
                            .text("/results/0/outcome"))
                    .isEqualTo("not-found");
        }
    }

    static Stream<Endpoint> lists() {
        return Things.endpoints(Role.FIRM_MASTER_ADMIN)
                .filter(endpoint -> endpoint.method().equals(HttpMethod.GET)
                        && !endpoint.pattern().contains("{id}")
                        && !endpoint.pattern().equals("/v1/export"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void lists_and_filters_show_nothing_of_another_firm(Endpoint list) {
        Set<String> theirs = THINGS.all();
        String address = OWN.addresses(list).getFirst();
        List<String> addresses = new ArrayList<>(List.of(address));
        for (String filter : BODIES.filtersOfThings(list)) {
            filtered(filter)
                    .forEach(id -> addresses.add(address + (address.contains("?") ? "&" : "?") + filter + "=" + id));
        }

        for (Role role : roles(list)) {
            for (String asked : addresses) {
                Reply reply = SECOND.as(role).get(asked);
                assertThat(reply.status()).as("%s as %s", asked, role).isIn(200, 403, 404, 409, 422);
                Set<String> shown = new TreeSet<>(theirs);
                shown.removeIf(id -> !reply.body().contains(id) || asked.endsWith(id));
                assertThat(shown).as("%s as %s", asked, role).isEmpty();
            }
        }
    }

    /** What a filter could be for: of what it is named after, where that is known. */
    private static List<String> filtered(String filter) {
        Set<String> named = THINGS.ofNoun(filter.replace("_id", "s"));
        return named.isEmpty() ? some() : named.stream().limit(TRIED).toList();
    }

    /** Some of each kind of thing of the first firm. */
    private static List<String> some() {
        return THINGS.nouns().stream()
                .flatMap(noun -> THINGS.ofNoun(noun).stream().limit(2))
                .toList();
    }

    private static Set<Role> roles(Endpoint endpoint) {
        Set<Role> roles = EnumSet.copyOf(AccessTable.rolesOf(endpoint));
        roles.remove(Role.SCHEDULER);
        return roles;
    }

    private static Reply call(Endpoint endpoint, Role role, String id, String body) {
        Caller caller = role == Role.BREAK_GLASS_OPERATOR && !endpoint.method().equals(HttpMethod.GET)
                ? SECOND.operator()
                : SECOND.as(role);
        HttpRequest.Builder request = caller.json(Things.address(endpoint, id));
        if (endpoint.method().equals(HttpMethod.PUT)) {
            request.header("If-Match", "\"1\"");
        }
        if (endpoint.method().equals(HttpMethod.POST)) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return SECOND.server.send(request.method(
                endpoint.method().name(),
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)));
    }
}
