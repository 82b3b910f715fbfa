package feewright.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import feewright.engine.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application as it is deployed, on a free port and a database of its own: started once for all tests. */
final class Server {

    static final String ISSUER = "https://login.example";

    static final String WEBHOOK_SECRET = "whsec_of_the_tests";

    /** Noon in New York on 10 April 2026: the tests' present. */
    static final Instant NOW = Instant.parse("2026-04-10T16:00:00Z");

    /** What the secrets of outgoing webhooks are derived from. */
    static final String WEBHOOK_KEY = "dGhlIHRlc3RzIGtub3cgdGhpcyBrZXksIG5vYm9keSBlbHNlIGRvZXM=";

    /**
     * The tests come from this machine, as a proxy's requests would: it is counted where a test says for whom it asks. A token's rate is
     * beyond what tests ask.
     */
    static final List<String> TRAFFIC = List.of(
            "feewright.traffic.proxies=127.0.0.1,::1",
            "feewright.traffic.token.per-second=1000000",
            "feewright.traffic.token.burst=1000000");

    private static final Server SERVER = new Server();

    final ConfigurableApplicationContext context;
    final RSAKey key;
    final URI address;
    /** The directory of candidate rules, empty to begin with: the core pack and nothing else. */
    final Path candidate;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private Server() {
        try {
            Path directory = Files.createTempDirectory("feewright-api");
            TestDatabase database = TestDatabase.in(directory);
            key = key();
            Path pem = Files.writeString(directory.resolve("key.pem"), pem(key));
            candidate = Files.createDirectory(directory.resolve("candidate"));
            context = new SpringApplicationBuilder(Feewright.class)
                    .registerShutdownHook(false)
                    .initializers((GenericApplicationContext made) -> made.registerBean(
                            "present",
                            Clock.class,
                            () -> Clock.fixed(NOW, ZoneOffset.UTC),
                            bean -> bean.setPrimary(true)))
                    .properties(
                            "server.port=0",
                            "feewright.billing.enabled=false",
                            "feewright.collection.enabled=false",
                            "feewright.webhooks.enabled=false",
                            "feewright.webhooks.allow-insecure=true",
                            "feewright.webhooks.timeout=PT2S",
                            "feewright.webhooks.secret-key=" + WEBHOOK_KEY,
                            "feewright.stripe.webhook-secrets=" + WEBHOOK_SECRET,
                            "feewright.database.url=" + database.url(),
                            "feewright.database.owner.user=" + database.owner().user(),
                            "feewright.database.owner.password="
                                    + database.owner().password(),
                            "feewright.database.app.user=" + database.app().user(),
                            "feewright.database.app.password=" + database.app().password(),
                            "feewright.rules.candidate=" + candidate,
                            "feewright.security.issuer=" + ISSUER,
                            "feewright.security.public-keys=" + pem)
                    .properties(TRAFFIC.toArray(String[]::new))
                    .run();
            address = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Server running() {
        return SERVER;
    }

    Ports ports() {
        return context.getBean(Ports.class);
    }

    /** Sends a request as it is. */
    Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    }

    static RSAKey key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .build();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String pem(RSAKey key) {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(key.toRSAPublicKey().getEncoded());
            return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
