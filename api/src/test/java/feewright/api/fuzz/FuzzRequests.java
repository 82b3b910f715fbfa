package feewright.api.fuzz;

import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.api.security.AccessTable;
import feewright.api.security.AccessTable.Endpoint;
import feewright.platform.Role;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Requests for operations: valid ones, ones with something wrong in them, and ones that are wrong as a whole. */
final class FuzzRequests {

    private static final List<Role> ROLES = List.copyOf(EnumSet.complementOf(EnumSet.of(Role.SCHEDULER)));
    private static final double NEARLY = 0.06;
    private static final double WILD = 0.35;

    private final TestFirm firm;
    private final FuzzValues values;

    FuzzRequests(TestFirm firm, FuzzValues values) {
        this.firm = firm;
        this.values = values;
    }

    /** A request, by whom it is sent (null: without a token), to which endpoint, and how it reads in a report. */
    record Sent(Endpoint endpoint, @Nullable Role role, HttpRequest.Builder request, String text) {

        boolean isAllowed() {
            return role != null && AccessTable.rolesOf(endpoint).contains(role);
        }

        @Override
        public String toString() {
            return (role == null ? "nobody" : role.code()) + " " + text;
        }
    }

    Sent next(FuzzOperation operation) {
        double hostile = values.any(List.of(0.0, 0.0, NEARLY, NEARLY, WILD));
        @Nullable Role role = role(operation);
        String method = values.chance(hostile / 10)
                ? values.any(List.of("PATCH", "DELETE", "PUT", "GET", "POST", "OPTIONS", "QUERY"))
                : operation.endpoint().method().name();
        String address = path(operation, hostile) + query(operation, hostile);
        byte[] body = operation.hasBody() ? body(operation, hostile) : new byte[0];
        HttpRequest.Builder request = headers(
                role == null ? firm.server.request(address) : caller(role).request(address), operation, hostile);
        request.method(
                method,
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        Endpoint endpoint =
                new Endpoint(HttpMethod.valueOf(method), operation.endpoint().pattern());
        return new Sent(
                endpoint, role, request, method + " " + address + " " + new String(body, StandardCharsets.UTF_8));
    }

    /** Mostly somebody who may. */
    private @Nullable Role role(FuzzOperation operation) {
        List<Role> allowed =
                AccessTable.rolesOf(operation.endpoint()).stream().sorted().toList();
        return values.chance(0.02) ? null : values.any(values.chance(0.8) && !allowed.isEmpty() ? allowed : ROLES);
    }

    private Caller caller(Role role) {
        Caller caller = firm.as(role);
        return values.chance(0.02)
                ? new Caller(firm.server, caller.token(), values.key().toString())
                : caller;
    }

    private String path(FuzzOperation operation, double hostile) {
        String pattern = operation.endpoint().pattern();
        String kind = pattern.split("/", -1)[2];
        return Pattern.compile("\\{(\\w+)}").matcher(pattern).replaceAll((MatchResult variable) -> {
            if (values.chance(hostile / 2)) {
                return Matcher.quoteReplacement(values.any(FuzzWords.HOSTILE_TEXT));
            }
            return variable.group(1).equals("id") ? values.id(kind) : String.valueOf(1 + values.below(2));
        });
    }

    private String query(FuzzOperation operation, double hostile) {
        List<String> pairs = new ArrayList<>();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.get("name").asString();
            boolean isRequired = parameter.path("required").asBoolean(false);
            if (parameter.get("in").asString().equals("query") && (isRequired || values.chance(0.4))) {
                pairs.add(name + "=" + parameter(name, parameter.get("schema"), hostile));
            }
        }
        if (values.chance(hostile / 4)) {
            pairs.add(values.any(FuzzWords.HOSTILE_TEXT) + "=" + values.any(FuzzWords.HOSTILE_TEXT));
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private String parameter(String name, JsonNode schema, double hostile) {
        if (values.chance(hostile)) {
            return values.any(FuzzWords.HOSTILE_TEXT);
        }
        return switch (schema.path("type").asString("string")) {
            case "integer" -> String.valueOf(1 + values.below(200));
            case "boolean" -> String.valueOf(values.chance(0.5));
            default -> schema.has("enum") ? schema.get("enum").get(0).asString() : encoded(values.text(name, schema));
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private byte[] body(FuzzOperation operation, double hostile) {
        String text = operation.mediaType().equals("text/csv")
                ? "Email,Start date,Duration,Description\n" + values.any(FuzzWords.HOSTILE_JSON)
                        + ",2026-02-03,01:00:00,x\n"
                : values.body(operation.schema(), hostile);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (values.chance(hostile / 4)) {
            return Arrays.copyOf(bytes, values.below(bytes.length + 1));
        }
        if (values.chance(hostile / 4) && bytes.length > 0) {
            bytes[values.below(bytes.length)] = (byte) values.below(256);
        }
        return bytes;
    }

    private HttpRequest.Builder headers(HttpRequest.Builder request, FuzzOperation operation, double hostile) {
        String type = operation.hasBody() ? operation.mediaType() : "application/json";
        request.header(
                "Content-Type", values.chance(hostile / 5) ? values.any(List.of("*/*", "text/plain", "x")) : type);
        request.header("Accept", values.chance(0.1) ? "text/csv" : "*/*");
        if (!values.chance(hostile / 5)) {
            request.header(
                    "Idempotency-Key",
                    values.chance(0.03) ? "again" : values.key().toString());
        }
        if (!values.chance(hostile / 5)) {
            request.header("If-Match", values.any(List.of("\"1\"", "\"1\"", "\"2\"", "\"x\"", "*")));
        }
        return request;
    }
}
