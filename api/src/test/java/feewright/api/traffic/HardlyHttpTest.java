package feewright.api.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.TestFirm;
import feewright.platform.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Requirements W3 and W6: what is hardly HTTP, or not meant well, is the sender's mistake, with and without a token. */
@ExtendWith(OutputCaptureExtension.class)
class HardlyHttpTest {

    private static final TestFirm FIRM = TestFirm.open();
    private static final String CANARY = "c4nary";

    /** Request lines that no server of this kind has an answer for. */
    static List<String> lines() {
        return List.of(
                "GET /v1/c4nary{} HTTP/1.1",
                "GET /v1/clients HTTP/3.7",
                "GET /v1/clients HTTP/2.0",
                "GET /v1/clients HTTP/1.9",
                "GET /v1/clients HTTP/",
                "GET /health HTTP/c4nary",
                "GET /v1/clients?%00c4nary=1 HTTP/1.1",
                "GET /v1/clients?c4nary%0a=1 HTTP/1.1",
                "GET /v1/clients?%c0%80c4nary=1 HTTP/1.1",
                "GET /v1/clients?c4nary=%c0%ae HTTP/1.1",
                "GET /v1/clients?c4nary\u0085=1 HTTP/1.1",
                "GET /v1/clients?%ef%bf%bec4nary=1 HTTP/1.1",
                "GET /health?%7f=c4nary HTTP/1.1",
                "GET /docs?%00=c4nary HTTP/1.1",
                "GET /v1/openapi?%00=c4nary HTTP/1.1",
                "GET /v1/clients/c4nary%c0%ae HTTP/1.1",
                "GET /v1/clients?" + "c4nary=1&".repeat(100) + " HTTP/1.1",
                "GET /" + "c4nary".repeat(3000) + " HTTP/1.1",
                "POST /v1/stripe/events?%00=c4nary HTTP/1.1",
                "CONNECT /v1/clients HTTP/1.1",
                "CONNECT c4nary:80 HTTP/1.1",
                "TRACE /v1/clients HTTP/1.1",
                "PROPFIND /v1/clients HTTP/1.1",
                "c4nary /health HTTP/1.1",
                "GET c4nary HTTP/1.1",
                "GET http://[c4nary/ HTTP/1.1");
    }

    /** Headers that somebody behind the container cannot read. */
    static List<String> headers() {
        List<String> headers = new ArrayList<>();
        for (String name : List.of(
                "X-Any",
                "Feewright-Firm",
                "Feewright-Session",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "If-Modified-Since",
                "Accept",
                "Accept-Language",
                "Accept-Encoding",
                "Origin",
                "Cookie",
                "Range",
                "Transfer-Encoding",
                "X-Forwarded-For",
                "Forwarded",
                "Content-Type")) {
            headers.add(name + ": c4nary\u0085");
            headers.add(name + ": c4nary\u0001");
        }
        headers.addAll(List.of(
                "Idempotency-Key: c4nary-1\r\nIdempotency-Key: c4nary-2",
                "If-Match: \"1\"\r\nIf-Match: \"2\"",
                "Content-Type: application/json\r\nContent-Type: text/plain",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: chunked, c4nary",
                "Transfer-Encoding: c4nary",
                "Content-Length: c4nary",
                "Content-Length: 99999999999999999999",
                "Expect: c4nary",
                "Host: c4nary host",
                "X-c4nary\u0085: 1",
                "X: " + "c4nary".repeat(3000),
                "c4nary"));
        for (String type : List.of(
                "*/*",
                "*",
                "application/*",
                "application/*+json",
                "application/json;charset=c4nary",
                "application/json;charset=utf-16",
                "application/json;charset=\"\u0085\"",
                "c4nary",
                "multipart/form-data",
                "application/x-www-form-urlencoded;charset=c4nary")) {
            headers.add("Content-Type: " + type);
        }
        return headers;
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_line_that_cannot_be_read_is_a_problem_of_four_hundred(String line, CapturedOutput output) {
        assertRefused(line + "\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", output);
    }

    @ParameterizedTest
    @MethodSource("headers")
    void a_header_that_cannot_be_read_is_a_problem_of_four_hundred(String header, CapturedOutput output) {
        for (String line :
                List.of("POST /v1/billing-runs", "POST /v1/stripe/events", "OPTIONS /v1/clients", "GET /nothing")) {
            assertRefused(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n", output);
            assertRefused(
                    line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                            + FIRM.token(Role.FIRM_ADMIN) + "\r\n" + header + "\r\n\r\n",
                    output);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c4nary\r\n\r\n", "\u0016\u0003\u0001c4nary\r\n\r\n"})
    void what_is_no_http_at_all_is_refused(String request) {
        try (Wire wire = new Wire(FIRM.server.address.getPort())) {
            assertThat(wire.send(request).rest())
                    .contains("\"code\":\"bad-request\"")
                    .doesNotContain(CANARY);
        }
    }

    @Test
    void who_hangs_up_before_the_answer_is_no_defect(CapturedOutput output) {
        for (int i = 0; i < 20; i++) {
            try (Wire wire = new Wire(FIRM.server.address.getPort())) {
                wire.send("GET /v1/openapi HTTP/1.1\r\nHost: localhost\r\n\r\n");
            }
        }

        FIRM.server.send(FIRM.server.request("/v1/openapi").GET()).expect(200);
        assertThat(output.getAll()).doesNotContain("failed:");
    }

    private static void assertRefused(String request, CapturedOutput output) {
        try (Wire wire = new Wire(FIRM.server.address.getPort())) {
            String reply = wire.send(request).rest();

            assertThat(reply)
                    .matches("(?s)HTTP/1.1 4\\d\\d .*")
                    .contains("application/problem+json", "X-Content-Type-Options: nosniff", "\"code\":\"")
                    .doesNotContain(CANARY, "<html", "Exception");
            assertThat(output.getAll()).doesNotContain("\tat ", CANARY, "failed:");
        }
    }
}
