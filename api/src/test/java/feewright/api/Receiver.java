package feewright.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
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

        /** Whether one of its signatures is of this secret, worked out as the specification says and by nobody else's code. */
        boolean isSignedWith(String secret) {
            try {
                byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                String signed = id + "." + timestamp + "." + body;
                String expected =
                        Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
                return Arrays.asList(signatures.split(" ")).contains("v1," + expected);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
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
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
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
