package feewright.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Archives;
import feewright.api.fixture.Bodies;
import feewright.api.fixture.BusyClient;
import feewright.api.fixture.Reply;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.api.fixture.Things;
import feewright.api.security.AccessTable.Endpoint;
import feewright.platform.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/**
 * Requirement T2: of two kinds of words, no client is shown the inner one, wherever it looks. Where it can look, the access table says.
 */
class InnerWordsTest {

    private static final String WORD = "Geheim";
    private static final String INSIDE = WORD + BusyClient.INSIDE;
    private static final TestFirm FIRM = TestFirm.open();
    private static final BusyClient CLIENT = subscribed();
    private static final String WAITS = awaitsClient();
    private static final Things THINGS = Things.of(FIRM);
    private static final Caller PORTAL = new Caller(
            FIRM.server,
            FIRM.signed(FIRM.claims(Role.CLIENT).claim("client", CLIENT.id).build()),
            null);

    private static BusyClient subscribed() {
        FIRM.admin()
                .post("/v1/webhook-endpoints", "{\"url\": \"https://example.com/hook\"}")
                .expect(201);
        return BusyClient.of(FIRM, WORD);
    }

    /** The id of an entry that waits for the client; the firm rejected another one. */
    private static String awaitsClient() {
        String engagement = FIRM.admin()
                .post("/v1/engagements", Bodies.engagement(FIRM, true).replace(FIRM.client.toString(), CLIENT.id))
                .expect(201)
                .text("/id");
        FIRM.admin()
                .post("/v1/engagements/" + engagement + "/signature", Bodies.signature())
                .expect(201);
        FIRM.admin()
                .post(
                        "/v1/time-entries/" + Bodies.submitted(FIRM, engagement, 30) + "/rejection",
                        "{\"version\": 1, \"reason\": \"%s\"}".formatted(INSIDE))
                .expect(200);
        return Bodies.submitted(FIRM, engagement, 60);
    }

    @Test
    void a_client_is_shown_no_inner_word_and_all_that_it_is_told() {
        List<Reply> seen = seenBy(PORTAL, Role.CLIENT);

        assertThat(seen)
                .allSatisfy(reply -> assertThat(reply.body())
                        .as(reply.response().uri().toString())
                        .doesNotContain(INSIDE));
        String all = bodies(seen);
        assertThat(BusyClient.TOLD).allSatisfy(act -> assertThat(all).contains(WORD + BusyClient.NOTE + act));
    }

    @Test
    void the_firm_is_shown_both() {
        String all = bodies(seenBy(FIRM.admin(), Role.FIRM_ADMIN));

        assertThat(all).contains(INSIDE);
        assertThat(BusyClient.TOLD).allSatisfy(act -> assertThat(all).contains(WORD + BusyClient.NOTE + act));
        assertThat(all)
                .contains("\"override_reason\":\"Because of " + INSIDE)
                .contains("\"reason\":\"Because of " + INSIDE)
                .contains("\"ending_reason\":\"Because of " + INSIDE);
    }

    /** Each address that a client may read shows it something: a test of nothing would pass. */
    @Test
    void a_client_can_read_every_kind_of_address_that_is_open_to_it() {
        assertThat(Things.endpoints(Role.CLIENT).filter(InnerWordsTest::isRead))
                .allSatisfy(endpoint -> assertThat(THINGS.addresses(endpoint).stream()
                                .map(PORTAL::get)
                                .map(Reply::status))
                        .as(endpoint.toString())
                        .contains(200));
    }

    @Test
    void to_a_client_there_is_no_credit_that_waits_or_was_rejected() {
        List<String> hidden = new ArrayList<>();
        FIRM.admin()
                .get("/v1/clients/" + CLIENT.id + "/credits?limit=200")
                .expect(200)
                .json()
                .at("/items")
                .forEach(credit -> {
                    if (List.of("waiting", "rejected")
                            .contains(credit.at("/review").asString())) {
                        hidden.add(credit.at("/id").asString());
                    }
                });

        assertThat(hidden).hasSize(2);
        hidden.forEach(id -> PORTAL.get("/v1/credits/" + id).problem(404, "not-found"));
        String firstPage = PORTAL.get("/v1/clients/" + CLIENT.id + "/credits?limit=1")
                .expect(200)
                .body();
        String all = bodies(seenBy(PORTAL, Role.CLIENT)) + firstPage;
        assertThat(hidden).allSatisfy(id -> assertThat(all).doesNotContain(id));
        assertThat(firstPage).contains("\"items\":[{");
    }

    @Test
    void what_a_client_does_is_answered_without_inner_words() {
        Reply approved = PORTAL.post("/v1/time-entries/" + WAITS + "/approval", "{\"version\": 1}")
                .expect(200);
        Reply bulk = PORTAL.post(
                        "/v1/time-entries/approvals",
                        "{\"entries\": [{\"id\": \"%s\", \"version\": 1}]}".formatted(WAITS))
                .expect(200);
        Reply rejected =
                PORTAL.post("/v1/time-entries/" + WAITS + "/rejection", "{\"version\": 1, \"reason\": \"Not ours\"}");

        assertThat(bodies(List.of(approved, bulk, rejected))).doesNotContain(INSIDE);
    }

    @Test
    void evidence_and_events_leave_the_firm_without_inner_words() {
        String evidence = String.join(
                "",
                Archives.unzipped(Archives.taken(FIRM.admin(), "/v1/disputes/" + CLIENT.dispute + "/evidence-pack"))
                        .values());
        Stream<String> told = Stream.of("outgoing-events", "audit-events", "decisions")
                .map("/v1/%s?limit=200"::formatted)
                .map(path -> FIRM.admin().get(path).expect(200).body());

        assertThat(evidence).contains(WORD).doesNotContain(INSIDE);
        assertThat(told)
                .allSatisfy(body -> assertThat(body).contains("\"items\":[{").doesNotContain(WORD));
    }

    private static List<Reply> seenBy(Caller reader, Role role) {
        return Things.endpoints(role)
                .filter(InnerWordsTest::isRead)
                .flatMap(endpoint -> THINGS.addresses(endpoint).stream())
                .flatMap(address -> Stream.of("application/json", "text/csv")
                        .map(type -> FIRM.server.send(
                                reader.request(address).header("Accept", type).GET())))
                .toList();
    }

    private static boolean isRead(Endpoint endpoint) {
        return endpoint.method().equals(HttpMethod.GET)
                && !List.of("/v1/export", "/v1/disputes/{id}/evidence-pack").contains(endpoint.pattern());
    }

    private static String bodies(List<Reply> replies) {
        return String.join("\n", replies.stream().map(Reply::body).toList());
    }
}
