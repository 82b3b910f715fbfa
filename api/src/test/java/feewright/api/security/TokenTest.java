package feewright.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Server;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.platform.FirmId;
import feewright.platform.Role;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requirements T1, T2 and W3: who asks is known by a verified token only. */
class TokenTest {

    private static final TestFirm FIRM = TestFirm.open();

    record Claims(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Claims> wrong_claims() {
        return List.of(
                new Claims("expired", claims -> claims.expirationTime(Date.from(Server.NOW.minusSeconds(60)))),
                new Claims("without an end", claims -> claims.expirationTime(null)),
                new Claims("not valid yet", claims -> claims.notBeforeTime(Date.from(Server.NOW.plusSeconds(600)))),
                new Claims("of another issuer", claims -> claims.issuer("https://login.other.example")),
                new Claims("without an issuer", claims -> claims.issuer(null)),
                new Claims("without a person", claims -> claims.subject(null)),
                new Claims("of a person that is no UUID", claims -> claims.subject("admin")),
                new Claims("without a firm", claims -> claims.claim("firm", null)),
                new Claims("of a firm that is no UUID", claims -> claims.claim("firm", "1-1-1-1-1")),
                new Claims("of a firm that is a number", claims -> claims.claim("firm", 7)),
                new Claims("without roles", claims -> claims.claim("roles", null)),
                new Claims("with no role", claims -> claims.claim("roles", List.of())),
                new Claims("with an unknown role", claims -> claims.claim("roles", List.of("firm-admin", "root"))),
                new Claims("of the schedule", claims -> claims.claim("roles", List.of("scheduler"))),
                new Claims("with a role that is no list", claims -> claims.claim("roles", "firm-admin")),
                new Claims("with a role that is no text", claims -> claims.claim("roles", List.of(1))),
                new Claims("of a client user without a client", claims -> claims.claim("roles", List.of("client"))),
                new Claims("of an admin with a client", claims -> claims.claim("client", FIRM.client.toString())),
                new Claims(
                        "of an admin who is a client as well",
                        claims -> claims.claim("roles", List.of("client", "firm-admin"))
                                .claim("client", FIRM.client.toString())),
                new Claims(
                        "of a platform operator with a firm",
                        claims -> claims.claim("roles", List.of("platform-operator"))),
                new Claims(
                        "of a platform operator who is an admin",
                        claims -> claims.claim("roles", List.of("platform-operator", "firm-admin"))
                                .claim("firm", null)));
    }

    @ParameterizedTest
    @MethodSource("wrong_claims")
    void a_token_with_wrong_claims_is_refused(Claims wrong) {
        String token =
                FIRM.signed(wrong.change().apply(FIRM.claims(Role.FIRM_ADMIN)).build());

        Reply reply = new Caller(FIRM.server, token, null).get("/v1/clients");

        reply.problem(401, "token-invalid");
    }

    static List<String> forged_tokens() throws JOSEException {
        JWTClaimsSet claims = FIRM.claims(Role.FIRM_MASTER_ADMIN).build();
        String good = FIRM.token(Role.FIRM_MASTER_ADMIN);
        byte[] publicKey = Server.pem(FIRM.server.key).getBytes(StandardCharsets.UTF_8);
        String[] parts = good.split("\\.", -1);
        String staff = FIRM.token(Role.STAFF).split("\\.", -1)[1];
        return List.of(
                new PlainJWT(claims).serialize(),
                signed(JWSAlgorithm.HS256, claims, new MACSigner(publicKey)),
                signed(JWSAlgorithm.RS256, claims, new RSASSASigner(Server.key())),
                signed(JWSAlgorithm.RS512, claims, new RSASSASigner(FIRM.server.key)),
                signed(JWSAlgorithm.PS256, claims, new RSASSASigner(FIRM.server.key)),
                parts[0] + "." + staff + "." + parts[2],
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1],
                "rubbish",
                "a.b.c",
                "x".repeat(5000));
    }

    @ParameterizedTest
    @MethodSource("forged_tokens")
    void a_forged_token_is_refused(String token) {
        new Caller(FIRM.server, token, null).get("/v1/clients").problem(401, "token-invalid");
    }

    @Test
    void without_a_token_nothing_is_open_but_the_state_and_the_description() {
        FIRM.server.send(FIRM.server.request("/v1/clients").GET()).problem(401, "token-missing");
        FIRM.server.send(FIRM.server.request("/v1/nothing").GET()).problem(401, "token-missing");
        FIRM.server.send(FIRM.server.request("/actuator").GET()).problem(401, "token-missing");
        FIRM.server.send(FIRM.server.request("/health/liveness").GET()).expect(200);
        FIRM.server.send(FIRM.server.request("/v1/openapi").GET()).expect(200);
    }

    @Test
    void a_token_in_the_address_does_not_count() {
        String path = "/v1/clients?access_token=" + FIRM.token(Role.FIRM_ADMIN);

        FIRM.server.send(FIRM.server.request(path).GET()).problem(401, "token-missing");
    }

    @Test
    void the_firm_of_a_token_has_to_be_registered_and_is_the_only_one() {
        String unknown = FIRM.signed(FIRM.claims(Role.FIRM_ADMIN)
                .claim("firm", UUID.randomUUID().toString())
                .build());
        FirmId other = TestFirm.open().firm;

        new Caller(FIRM.server, unknown, null).get("/v1/clients").problem(403, "firm-unknown");
        new Caller(FIRM.server, FIRM.token(Role.FIRM_ADMIN), other.toString())
                .get("/v1/clients")
                .problem(400, "firm-header-not-expected");
    }

    @Test
    void a_platform_operator_names_a_registered_firm() {
        String token = FIRM.token(Role.PLATFORM_OPERATOR);

        new Caller(FIRM.server, token, null).get("/v1/invoices").problem(400, "firm-missing");
        new Caller(FIRM.server, token, UUID.randomUUID().toString())
                .get("/v1/invoices")
                .problem(404, "not-found");
        new Caller(FIRM.server, token, "' or 1=1").get("/v1/invoices").problem(404, "not-found");
        new Caller(FIRM.server, token, FIRM.firm.toString()).get("/v1/invoices").expect(200);
    }

    private static String signed(JWSAlgorithm algorithm, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(signer);
        return token.serialize();
    }
}
