package feewright.api.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.TestFirm;
import feewright.platform.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Requirement W6: three hundred sockets that send byte by byte, each a body of 15 megabytes, disturb nobody else. */
class FloodTest {

    /** More than the server has threads, so all of them would be held. */
    private static final int SOCKETS = 300;

    private static final Duration ATTACK = Duration.ofSeconds(2);
    /** An answer takes milliseconds; a thread that is held is held for the whole attack. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static final String BODY = "X-Forwarded-For: 203.0.113.9\r\nContent-Type: application/json\r\n"
            + "Idempotency-Key: flood\r\nContent-Length: 15000000\r\n\r\n";

    private static final TestFirm FIRM = TestFirm.open();

    @Test
    void without_a_token_they_are_refused_before_their_bodies() {
        List<String> answers = attack("POST /v1/clients HTTP/1.1\r\nHost: localhost\r\n");

        assertThat(answers).allMatch(answer -> answer.matches("(?s)HTTP/1.1 (401|429).*"));
        assertThat(answers).anyMatch(answer -> answer.startsWith("HTTP/1.1 429") && answer.contains("Retry-After: "));
    }

    @Test
    void as_events_of_a_processor_they_hold_some_places_and_no_more() {
        List<String> answers =
                attack("POST /v1/stripe/events HTTP/1.1\r\nHost: localhost\r\nStripe-Signature: t=1,v1=x\r\n");

        assertThat(answers).allMatch(answer -> answer.matches("(?s)HTTP/1.1 (400|408|413|429).*"));
    }

    @Test
    void with_one_token_they_hold_some_places_and_no_more() {
        String token = TestFirm.open().token(Role.FIRM_ADMIN);

        List<String> answers =
                attack("POST /v1/clients HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n");

        assertThat(answers).allMatch(answer -> answer.matches("(?s)HTTP/1.1 (408|413|429).*"));
    }

    /** Attacks, sees that somebody else is answered meanwhile, and gives the answers. */
    private static List<String> attack(String head) {
        List<Wire> wires = new ArrayList<>();
        try {
            for (int i = 0; i < SOCKETS; i++) {
                wires.add(new Wire(FIRM.server.address.getPort()).send(head + BODY));
            }
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> drip(wires));
            int answered = 0;
            while (!sending.isDone()) {
                long begun = System.nanoTime();
                FIRM.master().get("/v1/clients").expect(200);
                FIRM.server.send(FIRM.server.request("/health/liveness").GET()).expect(200);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
                answered++;
            }
            assertThat(answered).isGreaterThan(5);
            return wires.stream().map(Wire::answer).toList();
        } finally {
            wires.forEach(Wire::close);
        }
    }

    private static void drip(List<Wire> wires) {
        long end = System.nanoTime() + ATTACK.toNanos();
        while (System.nanoTime() < end) {
            wires.forEach(wire -> wire.trySend("1"));
        }
    }
}
