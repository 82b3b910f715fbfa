package feewright.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Server;
import feewright.api.security.AccessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requirement W1: the served description and the kept one agree. After a change of the API, write the kept one anew:
 * {@code ./mvnw -pl api -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.write=true}.
 */
class OpenApiTest {

    private static final Path KEPT = Path.of("..", "docs", "openapi.json");

    private final Server server = Server.running();

    @Test
    void the_kept_description_is_the_served_one() throws IOException {
        String served = pretty(described());
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(KEPT.getParent());
            Files.writeString(KEPT, served);
        }

        assertThat(served).isEqualTo(Files.readString(KEPT));
    }

    @Test
    void every_endpoint_is_described_with_its_problems_and_its_key() {
        JsonNode described = described();

        assertThat(described.at("/openapi").asString()).startsWith("3.1");
        AccessTable.endpoints().forEach(endpoint -> {
            JsonNode operation = described
                    .get("paths")
                    .path(endpoint.pattern())
                    .path(endpoint.method().name().toLowerCase(Locale.ROOT));
            assertThat(operation.isMissingNode()).as(endpoint.toString()).isFalse();
            assertThat(operation
                            .at("/responses/default/content/application~1problem+json/schema/$ref")
                            .asString())
                    .isEqualTo("#/components/schemas/Problem");
        });
        assertThat(described.at("/paths/~1v1~1clients/post/parameters/0/name").asString())
                .isEqualTo("Idempotency-Key");
        assertThat(described.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void every_reference_leads_somewhere() {
        JsonNode described = described();

        described
                .findValuesAsString("$ref")
                .forEach(reference -> assertThat(
                                described.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private JsonNode described() {
        return server.send(server.request("/v1/openapi").GET()).expect(200).json();
    }

    private static String pretty(JsonNode json) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(json).replace("\r\n", "\n") + "\n";
    }
}
