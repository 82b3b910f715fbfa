package feewright.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.EveryRow;
import feewright.api.fixture.Quiet;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.api.security.AccessTable;
import feewright.api.security.AccessTable.Endpoint;
import feewright.platform.Role;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Requirement W3: a body that no endpoint would read is refused, and nothing happens. */
@ResourceLock(Quiet.DATABASE)
class UnexpectedBodyTest {

    private static final TestFirm FIRM = TestFirm.open();
    private static final Set<HttpMethod> WRITING = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);

    @Test
    void every_endpoint_without_a_body_refuses_one() throws SQLException {
        List<Endpoint> endpoints = withoutBody().toList();
        List<String> before = EveryRow.hashed();

        for (Endpoint endpoint : endpoints) {
            for (String body : List.of("{\"amount\": 1}", "{", "[]", "null")) {
                send(endpoint, body).problem(400, "body-not-expected");
            }
        }

        assertThat(EveryRow.hashed()).isEqualTo(before);
        assertThat(endpoints)
                .extracting(Endpoint::pattern)
                .contains("/v1/credit-applications/{id}/reversal", "/v1/credits/{id}/approval");
    }

    @Test
    void an_empty_object_says_nothing() {
        assertThat(send(new Endpoint(HttpMethod.POST, "/v1/credits/{id}/approval"), " { } ")
                        .status())
                .isEqualTo(404);
    }

    private static Reply send(Endpoint endpoint, String body) {
        boolean isMasters = AccessTable.rolesOf(endpoint).contains(Role.FIRM_MASTER_ADMIN);
        Caller caller = isMasters ? FIRM.master() : FIRM.operator();
        String path =
                endpoint.pattern().replace("{id}", UUID.randomUUID().toString()).replace("{number}", "1");
        return FIRM.server.send(caller.json(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"1\"")
                .method(endpoint.method().name(), HttpRequest.BodyPublishers.ofString(body)));
    }

    private static Stream<Endpoint> withoutBody() {
        JsonNode described = FIRM.server
                .send(FIRM.server.request("/v1/openapi").GET())
                .expect(200)
                .json();
        return described.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> !operation.getValue().has("requestBody"))
                        .map(operation -> new Endpoint(
                                HttpMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT)), path.getKey())))
                .filter(endpoint -> WRITING.contains(endpoint.method()));
    }
}
