package feewright.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import feewright.api.traffic.Wire;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Requirements W6 and U5: what browsers may do with answers, whoever gives them. */
class HeadersTest {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final TestFirm FIRM = TestFirm.open();

    @Test
    void every_answer_forbids_browsers_to_guess_to_frame_and_to_load() {
        for (Reply reply : List.of(
                FIRM.admin().get("/v1/clients").expect(200),
                FIRM.admin().get("/v1/nothing").expect(404),
                FIRM.admin().get("/v1/clients;x=1").expect(400),
                FIRM.admin().get("/v1/clients?%00=1").expect(400),
                FIRM.server.send(FIRM.server.request("/v1/clients").GET()).expect(401),
                FIRM.server.send(FIRM.server.request("/health/liveness").GET()).expect(200),
                FIRM.server.send(FIRM.server.request("/nothing").GET()).expect(401))) {
            assertThat(reply.header("Content-Security-Policy")).isEqualTo(NOTHING);
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Cache-Control")).contains("no-store");
            assertThat(reply.header("Strict-Transport-Security")).isEmpty();
        }
        try (Wire wire = new Wire(FIRM.server.address.getPort())) {
            assertThat(wire.send("GET / HTTP/9.9\r\n\r\n").answer())
                    .contains("Content-Security-Policy: " + NOTHING, "X-Content-Type-Options: nosniff");
        }
    }

    @Test
    void over_tls_browsers_are_told_to_stay_there() {
        Reply reply = FIRM.server.send(FIRM.server
                .request("/health/liveness")
                .header("X-Forwarded-Proto", "https")
                .GET());

        assertThat(reply.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    /** A policy that lets scripts of this server run, and none that stands in a page. */
    @Test
    void the_pages_of_the_documentation_load_what_this_server_has_and_nothing_else() {
        Reply moved = FIRM.server.send(FIRM.server.request("/docs").GET());
        String page = moved.header("Location").replaceFirst("^https?://[^/]+", "");

        Reply reply = FIRM.server.send(FIRM.server.request(page).GET()).expect(200);

        assertThat(reply.header("Content-Security-Policy"))
                .contains("script-src 'self';", "connect-src 'self';", "frame-ancestors 'none'");
        assertThat(reply.body()).doesNotContain("//").doesNotContainPattern("<script(?![^>]* src=)[^>]*>");
        List<String> loaded = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(reply.body())
                .results()
                .map(MatchResult::group)
                .map(text -> text.replaceAll("^\\w+=\"(\\./)?|\"$", ""))
                .toList();
        assertThat(loaded).hasSizeGreaterThan(3);
        for (String resource : loaded) {
            String path = page.substring(0, page.lastIndexOf('/') + 1) + resource;
            FIRM.server.send(FIRM.server.request(path).GET()).expect(200);
        }
    }
}
