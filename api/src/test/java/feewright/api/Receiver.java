package feewright.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A firm's own server, which is told what happened, and answers as a test wants it to. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile int status = 204;
    private volatile long delayMillis;

    /** A request as it came. */
    record Message(String id, String timestamp, String signatures, String body) {

        /** Whether one of its signatures is of this secret: worked out as the guide for integrators shows, and by nobody else's code. */
        boolean isSignedWith(String secret) {
            Map<String, String> headers =
                    Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signatures);
            try {
                return isFromFeewright(
                        secret, headers::get, body.getBytes(UTF_8), Instant.ofEpochSecond(Long.parseLong(timestamp)));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    static boolean isFromFeewright(String secret, UnaryOperator<String> header, byte[] body, Instant now)
            throws GeneralSecurityException {
        String id = header.apply("webhook-id");
        String sent = header.apply("webhook-timestamp");
        if (Math.abs(now.getEpochSecond() - Long.parseLong(sent)) > 300) {
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        mac.update((id + "." + sent + ".").getBytes(UTF_8));
        byte[] expected = mac.doFinal(body);
        for (String given : header.apply("webhook-signature").split(" ")) {
            if (given.startsWith("v1,")
                    && MessageDigest.isEqual(expected, Base64.getDecoder().decode(given.substring(3)))) {
                return true;
            }
        }
        return false;
    }

    private Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("receiver-", 1).factory()));
        server.createContext("/", this::receive);
        server.start();
    }

    static Receiver open() {
        try {
            return new Receiver();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        messages.add(new Message(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            Thread.sleep(delayMillis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.decrementAndGet();
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    Receiver answering(int code) {
        status = code;
        return this;
    }

    Receiver after(long millis) {
        delayMillis = millis;
        return this;
    }

    /** How many requests it had at the same time at most. */
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook?token=abc";
    }

    List<Message> messages() {
        return messages;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
