package feewright.api.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirement W6: what a stranger and a caller may cost. */
class RateLimitValveTest {

    private static final String WRONG = "Authorization: Bearer wrong\r\n";
    private static final String EVENT = "POST /v1/stripe/events";

    @Test
    void an_address_that_asks_too_much_is_told_when_to_ask_again() {
        try (Gate gate = new Gate(Gate.settings())) {
            assertAllowed(3, () -> gate.ask(WRONG));

            String refused = gate.ask("");

            assertThat(refused)
                    .startsWith("HTTP/1.1 429")
                    .contains("Retry-After: 1\r\n", "application/problem+json", "too-many-requests", "nosniff");
            gate.pass(Duration.ofSeconds(1));
            assertAllowed(1, () -> gate.ask(""));
        }
    }

    @Test
    void a_token_that_was_accepted_is_counted_by_itself() {
        try (Gate gate = new Gate(Gate.settings())) {
            assertThat(gate.ask(Gate.GOOD)).startsWith("HTTP/1.1 200");
            assertAllowed(2, () -> gate.ask(WRONG));
            assertThat(gate.ask(WRONG)).startsWith("HTTP/1.1 429");

            assertAllowed(5, () -> gate.ask(Gate.GOOD));

            assertThat(gate.ask(Gate.GOOD)).startsWith("HTTP/1.1 429").contains("Retry-After: 1");
        }
    }

    @Test
    void signed_events_of_processors_are_not_counted_and_unsigned_ones_are() {
        try (Gate gate = new Gate(Gate.settings())) {
            assertAllowed(20, () -> gate.ask(EVENT, "Stripe-Signature: t=1\r\nContent-Length: 0\r\n"));

            assertAllowed(3, () -> gate.ask(EVENT, "Content-Length: 0\r\n"));
            assertThat(gate.ask(EVENT, "Content-Length: 0\r\n")).startsWith("HTTP/1.1 429");
        }
    }

    @Test
    void nobody_is_believed_where_he_comes_from_but_the_proxies_of_the_settings() {
        String forged = "X-Forwarded-For: 192.0.2.7\r\nX-Forwarded-Proto: https\r\nForwarded: for=192.0.2.8\r\n";
        try (Gate gate = new Gate(Gate.settings())) {
            assertThat(gate.ask(forged)).contains("Came-From: 127.0.0.1\r\n");
        }
        try (Gate gate = new Gate(Gate.settings("127.0.0.0/8", "10.0.0.0/8"))) {
            assertThat(gate.ask(forged)).contains("Came-From: 192.0.2.7 over TLS\r\n");
            assertThat(gate.ask("X-Forwarded-For: 192.0.2.66, 192.0.2.9:4711\r\nX-Forwarded-For: 10.1.2.3\r\n"))
                    .contains("Came-From: 192.0.2.9\r\n");
            assertThat(gate.ask("X-Forwarded-For: unknown\r\n")).contains("Came-From: unknown\r\n");
        }
    }

    @Test
    void addresses_behind_a_proxy_are_counted_apart_and_a_household_as_one() {
        try (Gate gate = new Gate(Gate.settings("127.0.0.1"))) {
            assertAllowed(3, () -> gate.ask("X-Forwarded-For: 192.0.2.1\r\n"));
            assertThat(gate.ask("X-Forwarded-For: 192.0.2.1\r\n")).startsWith("HTTP/1.1 429");
            assertAllowed(3, () -> gate.ask("X-Forwarded-For: 192.0.2.2\r\n"));
            assertAllowed(3, () -> gate.ask("X-Forwarded-For: [2001:db8::1]:443\r\n"));
            assertThat(gate.ask("X-Forwarded-For: 2001:db8::2\r\n")).startsWith("HTTP/1.1 429");
            assertAllowed(20, () -> gate.ask(""));
        }
    }

    @Test
    void the_standard_header_is_read_where_the_settings_name_it() {
        TrafficSettings usual = Gate.settings("127.0.0.1");
        TrafficSettings standard = new TrafficSettings(
                usual.token(),
                usual.address(),
                usual.connections(),
                usual.callers(),
                usual.headTime(),
                usual.bodyTime(),
                usual.proxies(),
                ForwardedBy.FORWARDED,
                false);
        try (Gate gate = new Gate(standard)) {
            assertThat(gate.ask("X-Forwarded-For: 192.0.2.1\r\n"
                            + "Forwarded: for=192.0.2.3, for=\"[2001:db8::1]:4711\";proto=https;by=203.0.113.4\r\n"))
                    .contains("Came-From: 2001:db8::1 over TLS\r\n");
        }
    }

    @Test
    void no_more_callers_are_remembered_than_the_settings_say() {
        Allowances allowances = new Allowances(new Rate(1, 3, 2), 100, TimeMeter.SYSTEM_NANOTIME);

        for (int caller = 0; caller < 10_000; caller++) {
            allowances.of("192.0.2." + caller);
        }

        assertThat(allowances.remembered()).isLessThanOrEqualTo(100);
    }

    @Test
    void an_address_has_so_many_connections_and_a_closed_one_makes_room() {
        try (Gate gate = new Gate(Gate.settings())) {
            List<Wire> open = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                open.add(new Wire(gate.port()));
            }

            assertThat(gate.ask("")).isEmpty();

            open.removeFirst().close();
            assertEventually(() -> gate.ask("").startsWith("HTTP/1.1 401"));
            open.forEach(Wire::close);
        }
    }

    @Test
    void a_head_that_never_ends_ends_the_connection() {
        try (Gate gate = new Gate(Gate.settings());
                Wire wire = new Wire(gate.port())) {
            wire.send("GET / HTTP/1.1\r\nHost: localhost\r\n");

            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (wire.trySend("X: y\r\n") && System.nanoTime() < end) {
                pause();
            }

            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 15000000\r\n", "Transfer-Encoding: chunked\r\n"})
    void a_body_that_nobody_reads_is_answered_at_once_and_not_waited_for(String kind) {
        try (Gate gate = new Gate(Gate.settings());
                Wire wire = new Wire(gate.port())) {
            wire.send("POST / HTTP/1.1\r\nHost: localhost\r\n" + kind + "\r\n");

            String answer = wire.answer();
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (wire.trySend("1") && System.nanoTime() < end) {
                pause();
            }

            assertThat(answer).startsWith("HTTP/1.1 401");
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    @Test
    void who_sends_a_whole_body_that_nobody_reads_sees_the_answer_and_may_ask_again() {
        try (Gate gate = new Gate(Gate.settings());
                Wire wire = new Wire(gate.port())) {
            String request =
                    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n" + "x".repeat(2_000_000);

            assertThat(wire.send(request).answer()).startsWith("HTTP/1.1 401");
            assertThat(wire.send(request).answer()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void one_address_holds_so_many_places_at_once() {
        String slow = "POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\n";
        try (Gate gate = new Gate(Gate.settings());
                Wire first = new Wire(gate.port()).send(slow);
                Wire second = new Wire(gate.port()).send(slow)) {
            assertEventually(() -> gate.reading() == 2);
            assertThat(gate.ask("")).startsWith("HTTP/1.1 429");

            first.send("1");
            second.send("1");

            assertThat(first.answer()).startsWith("HTTP/1.1 401");
            assertThat(second.answer()).startsWith("HTTP/1.1 401");
            gate.pass(Duration.ofSeconds(10));
            assertEventually(() -> gate.ask("").startsWith("HTTP/1.1 401"));
        }
    }

    private static void assertAllowed(int times, Supplier<String> ask) {
        for (int i = 0; i < times; i++) {
            assertThat(ask.get()).as("request %d", i).matches("(?s)HTTP/1.1 (200|401).*");
        }
    }

    private static void assertEventually(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
