package feewright.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.webhook.DeliveryAttempt.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a receiver can do to the one who tells it: nothing. */
class WebhookHttpClientTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Duration TIMEOUT = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WebhookHttpClient sending = new WebhookHttpClient(settings(true));
    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket receiver;

    /** What the receiver does with a connection. */
    private interface Manner {
        void treat(Socket socket) throws IOException, InterruptedException;
    }

    @BeforeEach
    void open() throws IOException {
        receiver = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        receiver.close();
        sending.close();
    }

    @Test
    void a_status_and_a_wish_to_wait_are_all_that_is_read() {
        receives(
                socket -> answer(socket, "HTTP/1.1 429 Slow down\r\nRetry-After: 17\r\nContent-Length: 4\r\n\r\nbody"));

        assertThat(sent()).isEqualTo(new WebhookHttpClient.Response(new Result.Responded(429), Duration.ofSeconds(17)));
    }

    @Test
    void a_wish_that_is_no_number_of_seconds_is_none() {
        receives(socket -> answer(socket, "HTTP/1.1 503 No\r\nRetry-After: 99999999999\r\nContent-Length: 0\r\n\r\n"));

        assertThat(sent()).isEqualTo(new WebhookHttpClient.Response(new Result.Responded(503), null));
    }

    @Test
    void a_redirect_is_not_followed() {
        receives(socket -> answer(
                socket,
                "HTTP/1.1 302 Found\r\nLocation: http://localhost:%d/\r\nContent-Length: 0\r\n\r\n"
                        .formatted(receiver.getLocalPort())));

        assertThat(sent().result()).isEqualTo(new Result.Responded(302));
        assertThat(connections).hasValue(1);
    }

    @Test
    void an_endless_body_costs_nothing() {
        receives(socket -> {
            answer(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) {
                answer(socket, "5\r\nhello\r\n");
            }
        });

        long start = System.nanoTime();
        assertThat(sent().result()).isEqualTo(new Result.Responded(200));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }

    @Test
    void silence_ends_by_the_timeout() {
        receives(_ -> Thread.sleep(PATIENCE));

        assertThat(sent().result()).isEqualTo(new Result.NoResponse("timeout"));
    }

    @Test
    void an_answer_that_drips_ends_by_the_timeout_as_well() {
        receives(socket -> {
            answer(socket, "HTTP/1.1 200 OK\r\n");
            while (true) {
                answer(socket, "X: y\r\n");
                Thread.sleep(50);
            }
        });

        long start = System.nanoTime();
        assertThat(sent().result()).isEqualTo(new Result.NoResponse("timeout"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }

    @Test
    void endless_headers_are_not_read_to_the_end() {
        receives(socket -> {
            answer(socket, "HTTP/1.1 200 OK\r\n");
            while (true) {
                answer(socket, "X: y\r\n");
            }
        });

        assertThat(sent().result()).isInstanceOf(Result.NoResponse.class);
    }

    @Test
    void nonsense_and_a_closed_door_are_no_answer() throws IOException {
        receives(socket -> answer(socket, "SSH-2.0-OpenSSH\r\n\r\n"));
        assertThat(sent().result()).isInstanceOf(Result.NoResponse.class);
        receiver.close();

        assertThat(sent().result()).isEqualTo(new Result.NoResponse("unreachable"));
    }

    @Test
    void nothing_is_sent_into_this_network_where_that_is_not_allowed() throws IOException {
        receives(socket -> answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));

        try (WebhookHttpClient strict = new WebhookHttpClient(settings(false))) {
            for (String host : new String[] {"localhost", "127.0.0.1", "[::1]", "2130706433"}) {
                assertThat(strict.send(url(host), BODY, Map.of()).result())
                        .as(host)
                        .isEqualTo(new Result.NoResponse("address_refused"));
            }
        }

        assertThat(connections).hasValue(0);
    }

    @Test
    void a_name_that_is_none_is_said_to_be_none() {
        assertThat(sending.send("https://nobody.invalid/", BODY, Map.of()).result())
                .isEqualTo(new Result.NoResponse("name_unknown"));
    }

    private WebhookHttpClient.Response sent() {
        return sending.send(url("localhost"), BODY, Map.of());
    }

    private String url(String host) {
        return "http://" + host + ":" + receiver.getLocalPort() + "/hook";
    }

    private void receives(Manner manner) {
        Thread.ofVirtual().start(() -> {
            while (true) {
                try (Socket socket = receiver.accept()) {
                    connections.incrementAndGet();
                    socket.getInputStream().read(new byte[4096]);
                    manner.treat(socket);
                } catch (IOException | InterruptedException gone) {
                    if (receiver.isClosed()) {
                        return;
                    }
                }
            }
        });
    }

    private static void answer(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static WebhookSettings settings(boolean allowInsecure) {
        return new WebhookSettings(false, Duration.ofSeconds(1), 4, TIMEOUT, null, allowInsecure);
    }
}
