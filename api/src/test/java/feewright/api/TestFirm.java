package feewright.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import feewright.engine.Engine;
import feewright.engine.Policies;
import feewright.engine.Ports;
import feewright.firm.Actor;
import feewright.firm.BillingRole;
import feewright.firm.Client;
import feewright.firm.ClientId;
import feewright.firm.Content;
import feewright.firm.ContentKey;
import feewright.firm.Firm;
import feewright.firm.FirmId;
import feewright.firm.Person;
import feewright.firm.PersonId;
import feewright.firm.Role;
import feewright.privacy.BreakGlassSession;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.function.SingletonSupplier;

/** A firm of its own for a test: registered, with a person for each role and one client, and callers that speak HTTP for them. */
final class TestFirm {

    final Server server = Server.running();
    final FirmId firm;
    final ClientId client;
    private final Map<Role, PersonId> people = new EnumMap<>(Role.class);
    private final Map<Role, String> tokens = new ConcurrentHashMap<>();
    private final SingletonSupplier<String> session =
            SingletonSupplier.of(() -> opened(Duration.ofHours(1), Duration.ZERO));

    private TestFirm(Ports ports) {
        firm = new FirmId(ports.ids().next());
        client = new ClientId(ports.ids().next());
        for (Role role : Role.values()) {
            people.put(role, new PersonId(ports.ids().next()));
        }
    }

    static TestFirm open() {
        return open(false);
    }

    /** A test firm in the sense of the product: its clock can be moved. */
    static TestFirm withClock() {
        return open(true);
    }

    private static TestFirm open(boolean test) {
        Ports ports = Server.running().ports();
        TestFirm made = new TestFirm(ports);
        Actor admin = new Actor(made.firm, made.person(Role.FIRM_MASTER_ADMIN), Set.of(Role.FIRM_MASTER_ADMIN), null);
        ports.transactions().in(admin, () -> {
            ports.firms().add(new Firm(made.firm, "Firm", ZoneId.of("America/New_York"), test));
            for (Role role : List.of(Role.FIRM_MASTER_ADMIN, Role.FIRM_ADMIN, Role.STAFF, Role.CLIENT)) {
                ports.people().add(new Person(made.firm, made.person(role), new BillingRole("senior"), Server.NOW));
                ports.contents()
                        .write(
                                made.firm,
                                Map.of(ContentKey.of(made.person(role), "name"), new Content("Person " + role.code())));
            }
            ports.clients().add(new Client(made.firm, made.client, Server.NOW));
            ports.contents().write(made.firm, Map.of(ContentKey.of(made.client, "name"), new Content("Acme")));
            return made;
        });
        return made;
    }

    PersonId person(Role role) {
        return people.get(role);
    }

    /** A break-glass operator is in a session of an hour, which begins at the tests' present. */
    Caller as(Role role) {
        if (role == Role.BREAK_GLASS_OPERATOR) {
            return operator().within(session.get());
        }
        return new Caller(server, token(role), role == Role.PLATFORM_OPERATOR ? firm.toString() : null);
    }

    /** A break-glass operator outside any session. */
    Caller operator() {
        return new Caller(server, token(Role.BREAK_GLASS_OPERATOR), firm.toString());
    }

    /** The id of a new session of the operator, which began so long before the tests' present. */
    String opened(Duration length, Duration before) {
        Actor operator = new Actor(firm, person(Role.BREAK_GLASS_OPERATOR), Set.of(Role.BREAK_GLASS_OPERATOR), null);
        Engine engine = server.context.getBean(Engine.class);
        Policies patient = new Policies(false, BreakGlassSession.LONGEST);
        return new Engine(engine.ports(), engine.judge(), engine.processors(), patient)
                .openBreakGlass()
                .open(operator, new Content("Looking into a complaint"), length, Server.NOW.minus(before))
                .id()
                .toString();
    }

    Caller master() {
        return as(Role.FIRM_MASTER_ADMIN);
    }

    Caller admin() {
        return as(Role.FIRM_ADMIN);
    }

    Caller staff() {
        return as(Role.STAFF);
    }

    Caller portal() {
        return as(Role.CLIENT);
    }

    /** Signed once: signatures are what tests over HTTP would spend most of their time on. */
    String token(Role role) {
        return tokens.computeIfAbsent(role, any -> signed(claims(any).build()));
    }

    JWTClaimsSet.Builder claims(Role role) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(Server.ISSUER)
                .subject(person(role).toString())
                .expirationTime(Date.from(Server.NOW.plusSeconds(3600)))
                .claim("roles", List.of(role.code()));
        if (role != Role.PLATFORM_OPERATOR && role != Role.BREAK_GLASS_OPERATOR) {
            claims.claim("firm", firm.toString());
        }
        if (role == Role.CLIENT) {
            claims.claim("client", client.toString());
        }
        return claims;
    }

    String signed(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
            token.sign(new RSASSASigner(server.key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Somebody with a token. Posts carry a key of their own unless one is given. */
    record Caller(Server server, String token, String firmHeader, String sessionHeader) {

        Caller(Server server, String token, String firmHeader) {
            this(server, token, firmHeader, null);
        }

        Caller within(String session) {
            return new Caller(server, token, firmHeader, session);
        }

        Reply get(String path) {
            return server.send(request(path).GET());
        }

        Reply post(String path, String body) {
            return post(path, body, UUID.randomUUID().toString());
        }

        Reply post(String path, String body, String key) {
            return server.send(
                    json(path).header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        Reply put(String path, String ifMatch, String body) {
            HttpRequest.Builder request = json(path).PUT(HttpRequest.BodyPublishers.ofString(body));
            return server.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
        }

        HttpRequest.Builder json(String path) {
            return request(path).header("Content-Type", "application/json");
        }

        HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = server.request(path).header("Authorization", "Bearer " + token);
            if (sessionHeader != null) {
                request.header("Feewright-Session", sessionHeader);
            }
            return firmHeader == null ? request : request.header("Feewright-Firm", firmHeader);
        }
    }
}
