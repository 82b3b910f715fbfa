package feewright.api.traffic;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A server behind the front door that knows one token, reads no body but that of {@code /read}, and whose time stands still. */
final class Gate implements AutoCloseable {

    static final String GOOD = "Authorization: Bearer good\r\n";

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger reading = new AtomicInteger();
    private final WebServer server;

    Gate(TrafficSettings settings) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        TrafficConfiguration.frontDoor(settings, new Standing(nanos)).customize(factory);
        server = factory.getWebServer(
                context -> context.addServlet("door", new Door(reading)).addMapping("/"));
        server.start();
    }

    /** With small limits: three requests at a stretch by address and five by token, one more a second. */
    static TrafficSettings settings(String... proxies) {
        return new TrafficSettings(
                new Rate(1, 5, 2),
                new Rate(1, 3, 2),
                5,
                100,
                Duration.ofMillis(300),
                Duration.ofSeconds(1),
                List.of(proxies),
                ForwardedBy.X_FORWARDED_FOR,
                false);
    }

    int port() {
        return server.getPort();
    }

    /** How many requests were let in whose body is being read. */
    int reading() {
        return reading.get();
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** The answer to a request of its own connection. */
    String ask(String headers) {
        return ask("GET /", headers);
    }

    String ask(String line, String headers) {
        try (Wire wire = new Wire(port())) {
            return wire.send(line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                    .answer();
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private record Standing(AtomicLong nanos) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private static final class Door extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final AtomicInteger reading;

        private Door(AtomicInteger reading) {
            this.reading = reading;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if ("/read".equals(request.getRequestURI())) {
                reading.incrementAndGet();
                request.getInputStream().readAllBytes();
                reading.decrementAndGet();
            }
            response.setStatus("Bearer good".equals(request.getHeader("Authorization")) ? 200 : 401);
            response.setHeader("Came-From", request.getRemoteAddr() + (request.isSecure() ? " over TLS" : ""));
        }
    }
}
