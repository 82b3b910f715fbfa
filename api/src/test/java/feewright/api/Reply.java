package feewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
record Reply(HttpResponse<String> response) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** The text of a field, by JSON pointer. */
    String text(String pointer) {
        return json().at(pointer).asString("");
    }

    /** The same reply, which has this status. */
    Reply expect(int status) {
        assertThat(response.statusCode())
                .as("status of %s %s: %s", response.request().method(), response.uri(), response.body())
                .isEqualTo(status);
        return this;
    }

    /** The same reply, which is a problem with this status and code. */
    Reply problem(int status, String code) {
        expect(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("/code")).isEqualTo(code);
        return this;
    }
}
