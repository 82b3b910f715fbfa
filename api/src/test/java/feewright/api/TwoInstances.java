package feewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/** The tests' server and a second one beside it, on the same database. They share nothing else. */
final class TwoInstances implements AutoCloseable {

    private final ConfigurableApplicationContext second;
    private final List<URI> addresses;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private TwoInstances(ConfigurableApplicationContext second) {
        this.second = second;
        this.addresses = List.of(Server.running().address, URI.create("http://localhost:" + port(second)));
        assertThat(addresses.getFirst()).isNotEqualTo(addresses.getLast());
    }

    /** The second instance has these settings as well. */
    static TwoInstances running(String... more) {
        Environment first = Server.running().context.getEnvironment();
        List<String> settings = new ArrayList<>(
                List.of("server.port=0", "feewright.billing.enabled=false", "feewright.database.migrate=false"));
        for (String name : List.of(
                "feewright.database.url",
                "feewright.database.app.user",
                "feewright.database.app.password",
                "feewright.security.issuer",
                "feewright.security.public-keys")) {
            settings.add(name + "=" + first.getRequiredProperty(name));
        }
        settings.addAll(Server.TRAFFIC);
        settings.addAll(List.of(more));
        return new TwoInstances(new SpringApplicationBuilder(Feewright.class)
                .registerShutdownHook(false)
                .initializers((GenericApplicationContext made) -> made.registerBean(
                        "present",
                        Clock.class,
                        () -> Clock.fixed(Server.NOW, ZoneOffset.UTC),
                        bean -> bean.setPrimary(true)))
                .properties(settings.toArray(String[]::new))
                .run());
    }

    /** The bean of this type of each instance. */
    <T> List<T> beans(Class<T> type) {
        return List.of(Server.running().context.getBean(type), second.getBean(type));
    }

    @Override
    public void close() {
        second.close();
    }

    /** A writing request, not sent yet. */
    record Call(String method, String token, String path, String body, String key) {

        static Call post(String token, String path, String body) {
            return new Call("POST", token, path, body, UUID.randomUUID().toString());
        }

        Call under(String sameKey) {
            return new Call(method, token, path, body, sameKey);
        }
    }

    /** Sends a request to the first instance (0) or to the second (1). */
    Reply send(int instance, Call call) throws IOException, InterruptedException {
        return new Reply(client.send(request(addresses.get(instance), call), BodyHandlers.ofString()));
    }

    /** Sends so many requests at once, every second one to the second instance, and gives the answers in their order. */
    List<Reply> race(int racers, IntFunction<Call> calls) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(racers)) {
            List<Future<Reply>> running = new ArrayList<>();
            for (int racer = 0; racer < racers; racer++) {
                HttpRequest request = request(addresses.get(racer % 2), calls.apply(racer));
                running.add(threads.submit(() -> {
                    start.await();
                    return new Reply(client.send(request, BodyHandlers.ofString()));
                }));
            }
            start.countDown();
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : running) {
                replies.add(reply.get());
            }
            return replies;
        }
    }

    private static HttpRequest request(URI address, Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + call.path()))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + call.token())
                .header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofString(call.body()));
        if (call.method().equals("PUT")) {
            return request.header("If-Match", call.key()).build();
        }
        return request.header("Idempotency-Key", call.key()).build();
    }

    private static String port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port");
    }
}
