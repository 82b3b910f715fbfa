package feewright.bench;

import feewright.platform.Actor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** An issuer of tokens, with a key made for this run. */
public record Tokens(KeyPair keys) {

    /** Who issues them. */
    public static final String ISSUER = "feewright-bench";

    private static final Duration LIFE = Duration.ofHours(12);

    /** With a new key. */
    public static Tokens make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new Tokens(generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public key, as a setting of the application names it. */
    public String pem() {
        String body = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    /** A token of somebody of a firm who has one role. */
    String of(Actor actor) {
        String claims = """
            {"iss": "%s", "sub": "%s", "firm": "%s", "roles": ["%s"], "exp": %d}\
            """.formatted(
                        ISSUER,
                        actor.person(),
                        actor.firm(),
                        actor.roleCodes().iterator().next(),
                        Instant.now().plus(LIFE).getEpochSecond());
        String signed = base64("{\"alg\": \"RS256\"}") + "." + base64(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
