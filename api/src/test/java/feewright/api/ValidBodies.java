package feewright.api;

import feewright.api.security.AccessTable.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** For each operation that the served description names, a body in which no field is at fault: what is refused is so for other reasons. */
final class ValidBodies {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a field of this name holds, in whatever body. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("name", "\"P\""),
            Map.entry("reason", "\"As agreed\""),
            Map.entry("version", "1"),
            Map.entry("method", "\"wire\""),
            Map.entry("amount", "{\"amount\": \"1.00\", \"currency\": \"USD\"}"),
            Map.entry("terms", Bodies.mixedTerms(false)),
            Map.entry("first_day", "\"2026-03-01\""),
            Map.entry("resumed_on", "\"2026-03-05\""),
            Map.entry("ended_on", "\"2026-03-01\""),
            Map.entry("hand_over_on", "\"2026-05-01\""),
            Map.entry("signature", Bodies.signature()),
            Map.entry("enabled", "true"),
            Map.entry("confirmation", "\"c\""),
            Map.entry("currency", "\"USD\""),
            Map.entry("worked_on", "\"2026-02-04\""),
            Map.entry("minutes", "5"),
            Map.entry("url", "\"https://example.com/hook\""));

    /** What only this operation says. */
    private static final Map<String, String> OF_OPERATION = Map.of(
            "POST /v1/engagements/{id}/signature", Bodies.signature(),
            "POST /v1/engagements/{id}/ending", "{\"ended_on\": \"2026-03-01\", \"reason\": \"agreed\"}",
            "POST /v1/clients/{id}/credits",
                    "{\"source\": \"promotional\", \"amount\": {\"amount\": \"1.00\", \"currency\": \"USD\"},"
                            + " \"reason\": \"R\"}",
            "POST /v1/invoices/{id}/credit-notes",
                    "{\"lines\": [{\"number\": 1}], \"excess\": \"credit\", \"reason\": \"R\"}",
            "POST /v1/clients/{id}/payment-methods", "{\"processor\": \"simulated\", \"reference\": \"card-succeeds\"}",
            "POST /v1/clients/{id}/payment-method-setups", "{\"processor\": \"simulated\"}",
            "POST /v1/suspense-items/{id}/settlements", "{\"reason\": \"R\", \"to\": \"firm\"}",
            "POST /v1/payments/{id}/simulated-dispute-events", """
                    {"dispute": "d", "kind": "opened", "status": "needs_response", "claimed": {"amount": "1.00", "currency": "USD"},
                     "taken": {"amount": "1.00", "currency": "USD"}, "fee": {"amount": "1.00", "currency": "USD"}}
                    """);

    private final JsonNode description;

    private ValidBodies(JsonNode description) {
        this.description = description;
    }

    static ValidBodies described(Server server) {
        return new ValidBodies(
                server.send(server.request("/v1/openapi").GET()).expect(200).json());
    }

    /** The body; empty where the operation has none. */
    String of(Endpoint endpoint) {
        JsonNode schema = schema(endpoint);
        if (schema.isMissingNode()) {
            return "";
        }
        String own = OF_OPERATION.get(endpoint.method() + " " + endpoint.pattern());
        return own == null ? made(schema).toString() : own;
    }

    /** The fields of the body that name things by their ids, at its top. */
    List<String> namesOfThings(Endpoint endpoint) {
        List<String> names = new ArrayList<>();
        schema(endpoint).path("properties").propertyNames().forEach(name -> {
            if (name.endsWith("_id")) {
                names.add(name);
            }
        });
        return names;
    }

    /** The body, with another id in a field. */
    String with(Endpoint endpoint, String field, String id) {
        return ((ObjectNode) JSON.readTree(of(endpoint))).put(field, id).toString();
    }

    /** The query parameters of a list that name things by their ids. */
    List<String> filtersOfThings(Endpoint endpoint) {
        List<String> filters = new ArrayList<>();
        operation(endpoint).path("parameters").forEach(parameter -> {
            String name = parameter.get("name").asString();
            if (parameter.get("in").asString().equals("query") && name.endsWith("_id")) {
                filters.add(name);
            }
        });
        return filters;
    }

    private ObjectNode made(JsonNode schema) {
        ObjectNode body = JSON.createObjectNode();
        schema.path("properties").propertyNames().forEach(name -> {
            if (VALUES.containsKey(name)) {
                body.set(name, JSON.readTree(VALUES.get(name)));
            } else if (name.endsWith("_id") && !isChoice(name)) {
                body.put(name, UUID.randomUUID().toString());
            }
        });
        return body;
    }

    /** What narrows a request rather than names its thing. */
    private static boolean isChoice(String name) {
        return List.of("project_id", "payment_method_id").contains(name);
    }

    private JsonNode schema(Endpoint endpoint) {
        JsonNode schema = operation(endpoint).at("/requestBody/content/application~1json/schema");
        return schema.has("$ref") ? description.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    private JsonNode operation(Endpoint endpoint) {
        return description
                .path("paths")
                .path(endpoint.pattern())
                .path(endpoint.method().name().toLowerCase(Locale.ROOT));
    }
}
