package feewright.api.security;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import feewright.api.start.UnusableSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** The public keys by which tokens may be signed: RSA of at least 2048 bits, or EC on P-256. */
public record AcceptedKeys(JWKSet keys) {

    private static final int SMALLEST_RSA_BITS = 2048;
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    /** Reads PEM files, each with one public key. Fails, naming the file, if one is not that, or too small. */
    static AcceptedKeys ofFiles(List<String> files) {
        return new AcceptedKeys(new JWKSet(files.stream().map(AcceptedKeys::key).toList()));
    }

    /** What is wrong with a file of keys: it holds none that counts, or the demo's. */
    static List<String> faults(String file) {
        try {
            return DemoKey.isAmong(ofFiles(List.of(file)))
                    ? List.of("feewright.security.public-keys holds the demo's key: it counts in the profile demo only")
                    : List.of();
        } catch (UnusableSettings unusable) {
            return List.of(String.valueOf(unusable.getMessage()));
        }
    }

    private static JWK key(String file) {
        try {
            String pem = Files.readString(Path.of(file)).strip();
            if (pem.startsWith(BEGIN) && pem.endsWith(END)) {
                String body = pem.substring(BEGIN.length(), pem.length() - END.length());
                return key(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new UnusableSettings(unacceptable(file), unreadable);
        }
        throw new UnusableSettings(unacceptable(file));
    }

    /** The encoding names its algorithm, but Java only reads it when told the same. */
    private static JWK key(X509EncodedKeySpec encoded) throws GeneralSecurityException {
        try {
            RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(encoded);
            if (key.getModulus().bitLength() < SMALLEST_RSA_BITS) {
                throw new IllegalArgumentException("an RSA key of less than 2048 bits");
            }
            return new RSAKey.Builder(key).build();
        } catch (GeneralSecurityException notRsa) {
            ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(encoded);
            return new ECKey.Builder(Curve.P_256, key).build();
        }
    }

    private static String unacceptable(String file) {
        return "feewright.security.public-keys: no PUBLIC KEY in PEM, RSA of 2048 bits or EC on P-256, in " + file;
    }
}
