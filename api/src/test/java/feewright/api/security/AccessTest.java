package feewright.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Bodies;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.api.security.AccessTable.Endpoint;
import feewright.platform.Role;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Requirement T2: every endpoint that is mapped, tried as every role. */
class AccessTest {

    private static final TestFirm FIRM = TestFirm.open();

    /** What needs no role: the description of the API, the state of the server, and the container's own error page. */
    private static final Set<String> OPEN = Set.of("/health", "/code", "/docs", "/v1/openapi", "/v1/stripe/events");

    static Set<Endpoint> mapped() {
        Set<Endpoint> mapped = new HashSet<>();
        FIRM.server
                .context
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .keySet()
                        .forEach(info -> info.getPatternValues().stream()
                                .filter(pattern -> OPEN.stream()
                                        .noneMatch(open -> pattern.equals(open)
                                                || pattern.startsWith(open + "/")
                                                || pattern.equals(open + ".yaml")))
                                .forEach(pattern -> info.getMethodsCondition().getMethods().stream()
                                        .map(method -> new Endpoint(HttpMethod.valueOf(method.name()), pattern))
                                        .forEach(mapped::add))));
        return mapped;
    }

    static List<Arguments> every_endpoint_and_role() {
        List<Arguments> all = new ArrayList<>();
        for (Endpoint endpoint : mapped()) {
            for (Role role : EnumSet.complementOf(EnumSet.of(Role.SCHEDULER))) {
                all.add(Arguments.of(endpoint, role));
            }
        }
        return all;
    }

    @Test
    void the_table_names_every_endpoint_and_no_other() {
        assertThat(AccessTable.endpoints()).isEqualTo(mapped());
    }

    @Test
    void no_role_reaches_every_endpoint_and_the_break_glass_operator_writes_nothing_but_sessions() {
        assertThat(AccessTable.endpoints().stream()
                        .filter(endpoint -> !AccessTable.rolesOf(endpoint).contains(Role.FIRM_MASTER_ADMIN)))
                .containsExactlyInAnyOrder(
                        new Endpoint(HttpMethod.POST, "/v1/break-glass-sessions"),
                        new Endpoint(HttpMethod.GET, "/v1/platform/firms"));
        assertThat(AccessTable.endpoints().stream()
                        .filter(endpoint -> AccessTable.rolesOf(endpoint).contains(Role.BREAK_GLASS_OPERATOR)))
                .allSatisfy(endpoint -> assertThat(endpoint.method().equals(HttpMethod.GET)
                                || endpoint.pattern().startsWith("/v1/break-glass-sessions"))
                        .as(endpoint.toString())
                        .isTrue());
        assertThat(AccessTable.endpoints().stream()
                        .filter(endpoint -> AccessTable.rolesOf(endpoint).contains(Role.PLATFORM_OPERATOR)))
                .allSatisfy(endpoint -> assertThat(endpoint.method()).isEqualTo(HttpMethod.GET));
    }

    @ParameterizedTest
    @MethodSource("every_endpoint_and_role")
    void an_endpoint_is_open_to_the_roles_of_its_row_only(Endpoint endpoint, Role role) {
        String path =
                endpoint.pattern().replace("{id}", UUID.randomUUID().toString()).replace("{number}", "1");
        Caller caller = FIRM.as(role);

        Reply reply = FIRM.server.send(caller.request(path)
                .header("Content-Type", path.endsWith("/imports") ? "text/csv" : "application/json")
                .method(endpoint.method().name(), HttpRequest.BodyPublishers.ofString("{}")));

        if (AccessTable.rolesOf(endpoint).contains(role)) {
            assertThat(reply.status()).isNotIn(401, 403).isLessThan(500);
        } else {
            reply.problem(403, "forbidden");
        }
    }

    @Test
    void what_is_not_mapped_is_refused() {
        FIRM.master().get("/v1/nothing").problem(404, "not-found");
        FIRM.master().get("/nothing").problem(403, "forbidden");
        FIRM.master().get("/code").problem(403, "forbidden");
        FIRM.master().put("/v1/clients", null, "{}").problem(405, "method-not-allowed");
    }

    @Test
    void staff_see_their_own_time_and_engagements_without_money() {
        String engagement = Bodies.signed(FIRM, false);
        String own = Bodies.submitted(FIRM, engagement, 30);
        String others = FIRM.admin()
                .post(
                        "/v1/time-entries",
                        Bodies.time(FIRM, engagement, 30)
                                .replace(
                                        FIRM.person(Role.STAFF).toString(),
                                        FIRM.person(Role.FIRM_ADMIN).toString()))
                .expect(201)
                .text("/id");

        Reply seen = FIRM.staff().get("/v1/engagements/" + engagement).expect(200);

        assertThat(seen.body()).contains("mixed").doesNotContain("1000.00").doesNotContain("terms");
        FIRM.staff().get("/v1/time-entries/" + own).expect(200);
        FIRM.staff().get("/v1/time-entries/" + others).problem(403, "forbidden");
        FIRM.staff()
                .get("/v1/time-entries?worker_id=" + FIRM.person(Role.FIRM_ADMIN))
                .problem(403, "forbidden");
        assertThat(FIRM.staff().get("/v1/time-entries").expect(200).body())
                .contains(own)
                .doesNotContain(others);
    }

    @Test
    void a_client_sees_invoices_of_its_own_only() {
        String engagement = Bodies.signed(FIRM, false);
        String invoice = FIRM.admin()
                .post("/v1/engagements/" + engagement + "/invoices", "{}")
                .expect(201)
                .text("/id");
        String other = UUID.randomUUID().toString();
        Caller neighbour = new Caller(
                FIRM.server,
                FIRM.signed(FIRM.claims(Role.CLIENT).claim("client", other).build()),
                null);

        FIRM.portal().get("/v1/invoices/" + invoice).expect(200);
        assertThat(FIRM.portal().get("/v1/invoices").expect(200).body()).contains(invoice);
        neighbour.get("/v1/invoices/" + invoice).problem(404, "not-found");
        neighbour.get("/v1/invoices/" + invoice + "/explanation").problem(404, "not-found");
        neighbour.get("/v1/invoices?client_id=" + FIRM.client).problem(403, "forbidden");
        assertThat(neighbour.get("/v1/invoices").expect(200).json().at("/items").size())
                .isZero();
    }

    @Test
    void a_platform_operator_sees_no_word_of_an_invoice() {
        String engagement = Bodies.signed(FIRM, false);
        String invoice = FIRM.admin()
                .post("/v1/engagements/" + engagement + "/invoices", "{}")
                .expect(201)
                .text("/id");

        Reply seen =
                FIRM.as(Role.PLATFORM_OPERATOR).get("/v1/invoices/" + invoice).expect(200);

        assertThat(seen.text("/totals/total/amount")).isEqualTo("1000.00");
        assertThat(seen.body())
                .doesNotContain("Acme")
                .doesNotContain("Package fee")
                .doesNotContain("description");
    }
}
