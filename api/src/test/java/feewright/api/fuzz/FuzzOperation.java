package feewright.api.fuzz;

import feewright.api.security.AccessTable.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** An operation as the OpenAPI document describes it: its endpoint, parameters, and the type and schema of its body, if it has one. */
record FuzzOperation(Endpoint endpoint, List<JsonNode> parameters, String mediaType, JsonNode schema) {

    static List<FuzzOperation> all(JsonNode document) {
        List<FuzzOperation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    List<JsonNode> parameters = new ArrayList<>();
                    operation.getValue().path("parameters").forEach(parameters::add);
                    JsonNode content = operation.getValue().at("/requestBody/content");
                    String type = content.propertyNames().stream().findFirst().orElse("");
                    operations.add(new FuzzOperation(
                            new Endpoint(
                                    HttpMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT)), path.getKey()),
                            parameters,
                            type,
                            content.path(type).path("schema")));
                }));
        return operations;
    }

    boolean hasBody() {
        return !mediaType.isEmpty();
    }
}
